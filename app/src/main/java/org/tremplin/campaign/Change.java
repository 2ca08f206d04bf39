package org.tremplin.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing that an amendment changed, before and after. */
public sealed interface Change {

    What what();

    /** Of the line, the resource or the promise that changed, in the association's words; empty where there is one only. */
    String label();

    enum What {
        /** Planned cost of a budget line. */
        LINE,
        /** Part of a line asked from gifts, where it did not move like the whole cost. */
        ASKED,
        RESOURCE,
        PROMISE,
        OPENS,
        CLOSES,
        RESULT,
        BELOW_GOAL,
        ABOVE_GOAL
    }

    /** In cents; 0 where it was not there, or is no more. */
    record OfAmount(What what, String label, long before, long after) implements Change {}

    /** None where it was not there, or is no more. */
    record OfDay(
            What what,
            String label,
            @Nullable LocalDate before,
            @Nullable LocalDate after) implements Change {}

    record OfText(What what, String label, String before, String after) implements Change {}
}
