package org.tremplin.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days as people read and type them: the first of a month is {@code 1er} in French, and a day and its month stay together. */
public final class DayText {

    private DayText() {}

    /** A day as a date field sends it; none for what is not one. */
    public static @Nullable LocalDate read(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** {@code 1er décembre 2026}, {@code 1 December 2026}. */
    public static String text(LocalDate day, Locale locale) {
        return inYear(day, locale) + written(" uuuu", day, locale);
    }

    /** {@code 1er décembre}: without its year. */
    public static String inYear(LocalDate day, Locale locale) {
        return number(day, locale) + written("MMMM", day, locale);
    }

    /** {@code 1er déc. 2026}: for a table. */
    public static String row(LocalDate day, Locale locale) {
        return brief(day, locale) + written(" uuuu", day, locale);
    }

    /** {@code 1er déc.}: without its year, for a column. */
    public static String brief(LocalDate day, Locale locale) {
        return number(day, locale) + written("MMM", day, locale);
    }

    /** {@code décembre 2026}: in French a month begins small. */
    public static String month(YearMonth month, Locale locale) {
        return written("LLLL uuuu", month, locale);
    }

    /** {@code 1er décembre 2026 à 14:05}, {@code 1 December 2026 at 14:05}. */
    public static String moment(Instant at, ZoneId zone, Locale locale) {
        ZonedDateTime there = at.atZone(zone);
        return text(there.toLocalDate(), locale) + (french(locale) ? " à " : " at ") + written("HH:mm", there, locale);
    }

    /** {@code 14 h 05}, {@code 14:05}. */
    public static String hour(ZonedDateTime at, Locale locale) {
        return written(french(locale) ? "H 'h' mm" : "H:mm", at, locale);
    }

    private static String number(LocalDate day, Locale locale) {
        return (day.getDayOfMonth() == 1 && french(locale) ? "1er" : Integer.toString(day.getDayOfMonth())) + '\u00A0';
    }

    private static boolean french(Locale locale) {
        return "fr".equals(locale.getLanguage());
    }

    private static String written(String pattern, TemporalAccessor at, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(at);
    }
}
