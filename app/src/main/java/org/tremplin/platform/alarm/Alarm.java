package org.tremplin.platform.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something an operator must know of.
 *
 * @param kind stable name of what is wrong, {@code event.stuck}
 * @param subject what it concerns: an id, a kind of mail; never a person
 * @param cause what was seen last, in words for a developer
 * @param nextStep used where the pages have no words for this kind
 * @param closedAt none while it is open
 * @param because none while it is open, and for those closed before it was asked
 */
public record Alarm(
        long id,
        String kind,
        String subject,
        Instant firstSeen,
        Instant lastSeen,
        String cause,
        String nextStep,
        @Nullable Instant closedAt,
        @Nullable Because because) {

    /** Why it is closed. */
    public enum Because {
        /** What it says was seen to hold no more. */
        ITSELF,
        /** Somebody mended it. */
        MENDED,
        /** Somebody knows why, and it may stay so. */
        EXPLAINED,
        /** Somebody looked, and nothing was wrong. */
        NOTHING
    }
}
