package org.tremplin.payment;

import java.time.Instant;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/**
 * The provider has the money.
 *
 * @param subject what was paid, in the words of whoever asked
 * @param paidAt when the provider says it was paid
 */
@Fact(name = "payment.succeeded")
public record PaymentSucceeded(UUID payment, UUID subject, long cents, String currency, Instant paidAt) {}
