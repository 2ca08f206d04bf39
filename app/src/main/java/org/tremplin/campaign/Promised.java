package org.tremplin.campaign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A promise and what became of it. Days are days of the association's zone; the day promised is still on time.
 *
 * @param madeOn first day on which what keeps it was public, or none
 * @param days late: until it was made, or until today; 0 when it is on time
 */
public record Promised(Plan.Promise promise, @Nullable LocalDate madeOn, State state, long days) {

    public enum State {
        TO_COME,
        TODAY,
        LATE,
        ON_TIME,
        MADE_LATE
    }

    /** @param promise of an edition: it has a day */
    public static Promised on(LocalDate today, Plan.Promise promise, @Nullable LocalDate madeOn) {
        LocalDate due = Objects.requireNonNull(promise.on());
        long late = Math.max(0, ChronoUnit.DAYS.between(due, madeOn == null ? today : madeOn));
        State state = madeOn != null
                ? late > 0 ? State.MADE_LATE : State.ON_TIME
                : late > 0 ? State.LATE : due.equals(today) ? State.TODAY : State.TO_COME;
        return new Promised(promise, madeOn, state, late);
    }

    public LocalDate dueOn() {
        return Objects.requireNonNull(promise.on());
    }

    public boolean made() {
        return madeOn != null;
    }
}
