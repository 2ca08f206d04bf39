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
 */
public record Alarm(
        long id,
        String kind,
        String subject,
        Instant firstSeen,
        Instant lastSeen,
        String cause,
        String nextStep,
        @Nullable Instant closedAt) {}
