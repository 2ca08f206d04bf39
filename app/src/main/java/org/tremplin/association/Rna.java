package org.tremplin.association;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of an association in the national register: W and nine characters, no check digit. Nearly always digits;
 * forms with letters are not confirmed, so they pass with a warning (rules.md 7.1).
 */
public final class Rna {

    private static final Pattern FORM = Pattern.compile("W[0-9A-Z]{9}");
    private static final Pattern USUAL = Pattern.compile("W[0-9]{9}");

    private Rna() {}

    public static String normal(String typed) {
        return typed.replaceAll("[\\s\\p{Z}.]", "").toUpperCase(Locale.ROOT);
    }

    public static boolean valid(String rna) {
        return FORM.matcher(rna).matches();
    }

    public static boolean unusual(String rna) {
        return !USUAL.matcher(rna).matches();
    }
}
