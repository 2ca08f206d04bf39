package org.tremplin.payment;

import java.util.EnumSet;
import java.util.Set;

/** Where a payment stands; it only moves forward (money.md, States). */
public enum PaymentState {
    /** A session is open at the provider, or about to be. */
    OPEN,
    /** Checked out, but the money comes in days: SEPA and other delayed methods. */
    PENDING,
    SUCCEEDED,
    /** Declined; a second try in the same session may still succeed. */
    FAILED,
    /** Final, unless the provider says paid. */
    EXPIRED;

    public boolean canBecome(PaymentState next) {
        return next().contains(next);
    }

    /** Whether money came or is on its way. */
    public boolean paid() {
        return this == SUCCEEDED || this == PENDING;
    }

    private Set<PaymentState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(PENDING, SUCCEEDED, FAILED, EXPIRED);
            case PENDING -> EnumSet.of(SUCCEEDED, FAILED);
            // nobody tried again before the session ran out
            case FAILED -> EnumSet.of(PENDING, SUCCEEDED, EXPIRED);
            case EXPIRED -> EnumSet.of(SUCCEEDED);
            case SUCCEEDED -> EnumSet.noneOf(PaymentState.class);
        };
    }
}
