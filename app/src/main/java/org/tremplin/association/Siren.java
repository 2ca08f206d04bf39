package org.tremplin.association;

/** The number of an organisation in the Sirene register: nine digits, the last a Luhn check (rules.md 7.1). */
public final class Siren {

    private static final int LENGTH = 9;
    private static final int SIRET_LENGTH = 14;

    private Siren() {}

    /** Without the blanks people put between groups of digits. */
    public static String normal(String typed) {
        return typed.replaceAll("[\\s\\p{Z}.]", "");
    }

    public static boolean valid(String siren) {
        return siren.length() == LENGTH && luhn(siren);
    }

    /** Whether this is the longer number of a place, whose first nine digits are the SIREN. */
    public static boolean siret(String number) {
        return number.length() == SIRET_LENGTH && luhn(number) && valid(number.substring(0, LENGTH));
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            char digit = digits.charAt(digits.length() - 1 - place);
            if (digit < '0' || digit > '9') {
                return false;
            }
            int value = digit - '0';
            int doubled = value * 2 > 9 ? value * 2 - 9 : value * 2;
            sum += place % 2 == 0 ? value : doubled;
        }
        return sum > 0 && sum % 10 == 0;
    }
}
