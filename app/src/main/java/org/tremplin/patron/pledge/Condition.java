package org.tremplin.patron.pledge;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an instalment waits for.
 *
 * @param on the day of {@link Kind#DATE}
 * @param about the promised report, or the line on which an expense has to be proven
 * @param words the report or the line as it was called when it was agreed; empty for a day
 */
record Condition(
        Kind kind, @Nullable LocalDate on, @Nullable UUID about, String words) {

    enum Kind {
        DATE,
        REPORT,
        PROOF
    }

    static Condition day(LocalDate on) {
        return new Condition(Kind.DATE, on, null, "");
    }

    static Condition of(Kind kind, UUID about, String words) {
        return new Condition(kind, null, about, words);
    }
}
