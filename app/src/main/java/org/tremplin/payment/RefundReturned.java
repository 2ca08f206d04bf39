package org.tremplin.payment;

import java.time.Instant;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/**
 * A refund that had been taken came back into our balance: the payer's bank did not want it. Told once, after
 * {@link RefundTaken}.
 *
 * @param feeBackCents what of a fee came back with it, normally zero; negative when a fee was taken with it
 * @param at when our balance changed
 */
@Fact(name = "payment.refund_returned")
public record RefundReturned(
        UUID refund, UUID payment, UUID subject, long cents, long feeBackCents, String currency, Instant at) {}
