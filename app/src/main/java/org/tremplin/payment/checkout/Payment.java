package org.tremplin.payment.checkout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.PaymentState;

/** One try to be paid. The idempotency key of its session is made once, with the row. */
public record Payment(
        UUID id,
        String provider,
        PaymentState state,
        long cents,
        String currency,
        UUID subject,
        String idempotencyKey,
        @Nullable String sessionId,
        @Nullable String sessionUrl,
        @Nullable String intentId,
        @Nullable String chargeId,
        @Nullable String balanceTransaction,
        @Nullable Long feeCents,
        @Nullable Instant paidAt) {

    /** What the provider told, if it moves this payment forward; the same payment otherwise. */
    public Payment told(PaymentState told, @Nullable String intent, @Nullable Instant at) {
        PaymentState next = state.canBecome(told) ? told : state;
        Instant paid = next == PaymentState.SUCCEEDED && paidAt == null ? at : paidAt;
        return new Payment(
                id,
                provider,
                next,
                cents,
                currency,
                subject,
                idempotencyKey,
                sessionId,
                sessionUrl,
                intentId == null ? intent : intentId,
                chargeId,
                balanceTransaction,
                feeCents,
                paid);
    }

    /** The charge of this payment and, once the provider has it, its balance transaction. */
    public Payment charged(String charge, @Nullable String intent, @Nullable String transaction) {
        return new Payment(
                id,
                provider,
                state,
                cents,
                currency,
                subject,
                idempotencyKey,
                sessionId,
                sessionUrl,
                intentId == null ? intent : intentId,
                chargeId == null ? charge : chargeId,
                balanceTransaction == null ? transaction : balanceTransaction,
                feeCents,
                paidAt);
    }
}
