package org.tremplin.payment;

import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** The session ran out, or a delayed payment failed: no money comes of it. */
@Fact(name = "payment.ended")
public record PaymentEnded(UUID payment, UUID subject) {}
