package org.tremplin.payment;

import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** A refund ended without a cent of it having left our balance. */
@Fact(name = "payment.refund_refused")
public record RefundRefused(UUID refund, UUID payment, UUID subject, long cents, String currency) {}
