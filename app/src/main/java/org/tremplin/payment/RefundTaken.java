package org.tremplin.payment;

import java.time.Instant;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/**
 * The provider took a refund out of our balance; told once, also of refunds made in its dashboard.
 *
 * @param feeBackCents what of a fee came back with it, normally zero; negative when a fee was taken with it
 * @param at when our balance changed
 */
@Fact(name = "payment.refund_taken")
public record RefundTaken(
        UUID refund, UUID payment, UUID subject, long cents, long feeBackCents, String currency, Instant at) {}
