package org.tremplin.payment;

import java.time.Instant;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/**
 * The payer's bank took a payment back, or a part of it, until the dispute is decided.
 *
 * @param cents what was withdrawn
 * @param feeCents what the provider took for it besides, zero or more
 * @param at when our balance changed
 */
@Fact(name = "payment.dispute_opened")
public record DisputeOpened(
        UUID dispute, UUID payment, UUID subject, long cents, long feeCents, String currency, Instant at) {}
