package org.tremplin.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.event.Fact;

/**
 * A dispute moved again, after what {@link DisputeOpened}, {@link DisputeWon} and {@link DisputeLost} tell of it once
 * each: money was withdrawn or reinstated a second time, a fee came or went alone, what was lost is not lost any more.
 *
 * @param id of this movement
 * @param undoes the loss that is none any more: the dispute's id or that of an earlier movement
 * @param undoneCents how much that was, zero when there is none
 * @param lostCents what is lost now for good, zero or more
 * @param withdrawnCents left our balance; negative when it came back
 * @param feeCents taken besides; negative when it came back
 * @param at when our balance changed, or when we heard of it
 */
@Fact(name = "payment.dispute_moved")
public record DisputeMoved(
        UUID id,
        UUID dispute,
        UUID payment,
        UUID subject,
        @Nullable UUID undoes,
        long undoneCents,
        long lostCents,
        long withdrawnCents,
        long feeCents,
        String currency,
        Instant at) {}
