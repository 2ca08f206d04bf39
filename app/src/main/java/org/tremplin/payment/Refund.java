package org.tremplin.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * Money of a payment on its way back to the payer.
 *
 * @param cents one or more
 * @param taken whether it is out of our balance now: not yet while the provider waits, not any more once it came back
 * @param atProvider made in the provider's dashboard, not asked for here
 */
public record Refund(
        UUID id,
        UUID payment,
        RefundState state,
        long cents,
        String currency,
        Instant createdAt,
        boolean taken,
        boolean atProvider) {}
