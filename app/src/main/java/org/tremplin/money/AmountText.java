package org.tremplin.money;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts in euros as people type them: {@code 50}, {@code 50,00} or {@code 50.00}, ASCII digits only. */
public final class AmountText {

    private static final Pattern EUROS = Pattern.compile("([0-9]{1,9})(?:[.,]([0-9]{1,2}))?");

    private static final Pattern GROUPS = Pattern.compile("(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))");

    private AmountText() {}

    /** Cents, or nothing when the text is no amount; up to 999,999,999.99 €. */
    public static OptionalLong cents(String text) {
        Matcher typed = EUROS.matcher(text.strip());
        if (!typed.matches()) {
            return OptionalLong.empty();
        }
        String part = typed.group(2) == null ? "00" : (typed.group(2) + "0").substring(0, 2);
        return OptionalLong.of(Long.parseLong(typed.group(1)) * 100 + Long.parseLong(part));
    }

    /** The same, also with blanks between thousands, as they stand on an invoice: {@code 1 200,00}. */
    public static OptionalLong grouped(String text) {
        return cents(GROUPS.matcher(text.strip()).replaceAll(""));
    }

    /** For an address or a field nobody sees: {@code 50}, or {@code 50.05} when there are cents. */
    public static String of(long cents) {
        return typed(cents, '.');
    }

    /** As a reader of this language types it: {@code 50}; with cents {@code 50,05} in French. */
    public static String typed(long cents, Locale locale) {
        return typed(cents, "fr".equals(locale.getLanguage()) ? ',' : '.');
    }

    private static String typed(long cents, char mark) {
        String euros = Long.toString(cents / 100);
        return cents % 100 == 0
                ? euros
                : euros + mark + Long.toString(100 + cents % 100).substring(1);
    }
}
