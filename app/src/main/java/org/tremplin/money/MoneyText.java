package org.tremplin.money;

import java.util.Locale;

/** Amounts as people read them: U+202F in French thousands, U+00A0 before the sign, so that none breaks over lines. */
public final class MoneyText {

    private MoneyText() {}

    /** {@code 9 500 €}, {@code 49,50 €}: cents only where there are some. */
    public static String brief(long cents, Locale locale) {
        return cents % 100 == 0 ? text(cents, locale, false) : text(cents, locale, true);
    }

    /** {@code 9 500,00 €}: always with cents, for tables and sums. */
    public static String exact(long cents, Locale locale) {
        return text(cents, locale, true);
    }

    private static String text(long cents, Locale locale, boolean withCents) {
        boolean french = "fr".equals(locale.getLanguage());
        long euros = Math.abs(cents / 100);
        String whole = grouped(euros, french ? '\u202F' : ',');
        String part = withCents ? (french ? "," : ".") + "%02d".formatted(Math.abs(cents % 100)) : "";
        String sign = cents < 0 ? "\u2212" : "";
        return french ? sign + whole + part + "\u00A0€" : sign + "€" + whole + part;
    }

    /** A whole number with its thousands set apart. */
    public static String number(long number, Locale locale) {
        String sign = number < 0 ? "\u2212" : "";
        return sign + grouped(Math.abs(number), "fr".equals(locale.getLanguage()) ? '\u202F' : ',');
    }

    private static String grouped(long number, char separator) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, separator);
        }
        return digits.toString();
    }
}
