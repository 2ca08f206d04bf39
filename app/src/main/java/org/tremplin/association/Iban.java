package org.tremplin.association;

import java.util.Locale;
import java.util.regex.Pattern;

/** An account number of ISO 13616: country, two check digits, up to 30 letters and digits. */
public final class Iban {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final int FRENCH = 27;
    private static final int GROUP = 4;

    private Iban() {}

    /** Without the blanks and dashes people put between groups. */
    public static String normal(String typed) {
        return typed.replaceAll("[\\s\\p{Z}.\\-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether the check digits fit: the number, letters as 10 to 35 and its head at its end, is 1 modulo 97. */
    public static boolean valid(String iban) {
        if (!SHAPE.matcher(iban).matches() || iban.startsWith("FR") && iban.length() != FRENCH) {
            return false;
        }
        int rest = 0;
        for (char sign : (iban.substring(GROUP) + iban.substring(0, GROUP)).toCharArray()) {
            int value = Character.digit(sign, Character.MAX_RADIX);
            rest = (value < 10 ? rest * 10 + value : rest * 100 + value) % 97;
        }
        return rest == 1;
    }

    /** In groups of four. */
    public static String text(String iban) {
        return iban.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
