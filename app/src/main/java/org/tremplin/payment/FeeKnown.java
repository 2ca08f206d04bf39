package org.tremplin.payment;

import java.time.Instant;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/**
 * What the provider kept of a payment.
 *
 * @param cents zero or more
 * @param at when the provider took it
 */
@Fact(name = "payment.fee_known")
public record FeeKnown(UUID payment, UUID subject, long cents, String currency, Instant at) {}
