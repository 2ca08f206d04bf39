package org.tremplin.payment;

import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** A payer waited in line and no payment page could be opened for him: the payment stays open and may be started later. */
@Fact(name = "payment.not_started")
public record PaymentNotStarted(UUID payment, UUID subject) {}
