package org.tremplin.payment;

import java.time.Instant;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/**
 * A dispute is over and what it had withdrawn is gone.
 *
 * @param cents what does not come back: what was withdrawn without what was reinstated
 * @param at when we heard of it; our balance does not change
 */
@Fact(name = "payment.dispute_lost")
public record DisputeLost(UUID dispute, UUID payment, UUID subject, long cents, String currency, Instant at) {}
