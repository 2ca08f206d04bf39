package org.tremplin.capacity.share;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.AssociationId;

/**
 * What an association opened to somebody.
 *
 * @param audience adviser or patron
 * @param email none once forgotten
 * @param chosen rows that were chosen; {@link #seen} is what counts
 * @param until last day, in the zone of the association
 * @param person the adviser who came
 * @param openings of its pages
 * @param lastOpened day of the last one
 */
public record Grant(
        UUID id,
        AssociationId association,
        Audience audience,
        @Nullable String email,
        Set<Shared> chosen,
        Instant at,
        LocalDate until,
        @Nullable UUID person,
        @Nullable Instant acceptedAt,
        @Nullable Instant revokedAt,
        int openings,
        @Nullable LocalDate lastOpened) {

    public Grant {
        chosen = chosen.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(chosen));
    }

    /** Whether it holds today, there. */
    public boolean holds(Clock clock, ZoneId zone) {
        return revokedAt == null && !LocalDate.ofInstant(clock.instant(), zone).isAfter(until);
    }

    /** The rows its holder sees while it holds. */
    public Set<Shared> seen() {
        return Visibility.seen(audience, chosen);
    }

    public boolean sees(Shared row) {
        return seen().contains(row);
    }
}
