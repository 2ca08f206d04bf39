package org.tremplin.site.card;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people read them. */
public final class Days {

    private Days() {}

    /** {@code 1er décembre 2026}, {@code 1 December 2026}; the day and its month stay together. */
    public static String text(LocalDate day, Locale locale) {
        boolean first = day.getDayOfMonth() == 1 && "fr".equals(locale.getLanguage());
        String number = first ? "1er" : Integer.toString(day.getDayOfMonth());
        return number
                + '\u00A0'
                + DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(day);
    }

    /** {@code 1er déc.}: without its year, for a column. */
    public static String brief(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("d\u00A0MMM", locale).format(day);
    }
}
