package org.tremplin.payment;

import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** Checked out with a delayed method: the money comes in days, or not. */
@Fact(name = "payment.pending")
public record PaymentPending(UUID payment, UUID subject) {}
