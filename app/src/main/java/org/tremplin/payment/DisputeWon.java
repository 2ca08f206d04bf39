package org.tremplin.payment;

import java.time.Instant;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/**
 * What a dispute had withdrawn is back in our balance. Rarely it comes after {@link DisputeLost}: a bank changed its
 * mind.
 *
 * @param feeBackCents what of the fee came back with it
 * @param at when our balance changed
 */
@Fact(name = "payment.dispute_won")
public record DisputeWon(
        UUID dispute, UUID payment, UUID subject, long cents, long feeBackCents, String currency, Instant at) {}
