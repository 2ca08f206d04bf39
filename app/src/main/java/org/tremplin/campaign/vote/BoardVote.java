package org.tremplin.campaign.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.AssociationId;

/**
 * A question to the board.
 *
 * @param least answers without which nothing is decided
 * @param endsAt answers are taken before this instant
 * @param outcome none while it runs
 * @param count what was counted as it ended; zeros before
 */
record BoardVote(
        UUID id,
        UUID campaign,
        AssociationId association,
        Ballot ballot,
        String fingerprint,
        int asked,
        int least,
        Instant openedAt,
        Instant endsAt,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome,
        Count count) {

    /** Whether an answer is still taken. */
    boolean takes(Instant now) {
        return closedAt == null && now.isBefore(endsAt);
    }

    /** Nobody ends it early to win: the last day is past, or everybody answered. */
    boolean canClose(Instant now, int answers) {
        return closedAt == null && (!now.isBefore(endsAt) || answers >= asked);
    }

    LocalDate lastDay(ZoneId zone) {
        return LocalDate.ofInstant(endsAt.minusSeconds(1), zone);
    }
}
