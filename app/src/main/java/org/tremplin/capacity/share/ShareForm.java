package org.tremplin.capacity.share;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tremplin.notification.MailAddress;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;

/**
 * To whom, until when, and what.
 *
 * @param email as typed
 * @param until a day as typed, {@code 2027-05-16}
 * @param rows ticked, of those that are offered
 * @param agreed whether the association said so in so many words
 */
record ShareForm(Audience audience, String email, String until, Set<Shared> rows, boolean agreed) {

    private static final int USUAL_MONTHS = 6;
    private static final int MOST_YEARS = 1;

    /** Nothing is ticked: whoever opens it chooses. */
    static ShareForm blank(Audience audience, LocalDate today) {
        return new ShareForm(audience, "", today.plusMonths(USUAL_MONTHS).toString(), Set.of(), false);
    }

    static ShareForm typed(Audience audience, Typed typed) {
        return new ShareForm(
                audience, typed.line("email"), typed.line("jusqu"), rows(audience, typed), typed.on("accord"));
    }

    /** The boxes that are ticked; what this audience may not see is not among them. */
    static Set<Shared> rows(Audience audience, Typed typed) {
        Set<Shared> rows = EnumSet.noneOf(Shared.class);
        Visibility.choices(audience).stream()
                .filter(row -> typed.on(row.name()))
                .forEach(rows::add);
        return rows;
    }

    Problems problems(LocalDate today) {
        Problems problems = new Problems();
        if (!MailAddress.plausible(email)) {
            problems.add("email", "share.form.email");
        }
        LocalDate day = day();
        if (day == null || day.isBefore(today) || day.isAfter(today.plusYears(MOST_YEARS))) {
            problems.add("jusqu", "share.form.day");
        }
        if (rows.isEmpty() && audience == Audience.ADVISER) {
            problems.add("rows", "share.form.rows");
        }
        if (!agreed) {
            problems.add("accord", "share.form.agree");
        }
        return problems;
    }

    private @Nullable LocalDate day() {
        try {
            return until.isEmpty() ? null : LocalDate.parse(until);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** After {@link #problems} found none. */
    LocalDate lastDay() {
        return Objects.requireNonNull(day());
    }
}
