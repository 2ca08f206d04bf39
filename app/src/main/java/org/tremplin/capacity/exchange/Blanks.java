package org.tremplin.capacity.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Departments;
import org.tremplin.platform.web.Problems;

/** What the forms of needs and offers ask alike. */
final class Blanks {

    static final int WHAT = 160;
    static final int MOST_HOURS = 500;

    private Blanks() {}

    static void words(String field, String text, int most, Problems problems) {
        if (text.isEmpty()) {
            problems.add(field, "exchange.form.missing");
        } else if (text.length() > most) {
            problems.add(field, "exchange.form.long", most);
        }
    }

    /** None for an empty or unreadable one. */
    static @Nullable Integer hours(String typed) {
        return typed.matches("[0-9]{1,3}") && number(typed) >= 1 && number(typed) <= MOST_HOURS ? number(typed) : null;
    }

    private static int number(String typed) {
        return Integer.parseInt(typed);
    }

    static void hours(String field, String typed, Problems problems) {
        if (!typed.isEmpty() && hours(typed) == null) {
            problems.add(field, "exchange.form.hours", MOST_HOURS);
        }
    }

    static void place(String field, String typed, Problems problems) {
        if (!typed.isEmpty() && !Departments.all().contains(typed)) {
            problems.add(field, "exchange.form.place");
        }
    }

    static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException no) {
            return null;
        }
    }

    /** Within a year from today. */
    static void day(String field, String typed, LocalDate today, boolean needed, Problems problems) {
        LocalDate day = day(typed);
        if (typed.isEmpty() && !needed) {
            return;
        }
        if (day == null || day.isBefore(today) || day.isAfter(today.plusYears(1))) {
            problems.add(field, "exchange.form.day");
        }
    }
}
