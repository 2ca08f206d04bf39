package org.tremplin.payment.checkout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.PaymentState;

/**
 * One try to be paid. The idempotency key of its session is made once, with the row.
 *
 * @param account at the provider, empty for the one of this instance
 * @param endedAt from then on only "paid" changes it
 */
public record Payment(
        UUID id,
        String provider,
        String account,
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
        @Nullable Instant paidAt,
        @Nullable Instant endedAt) {

    /**
     * This payment after the provider's word, the same one when it is old news. What is said of one session leads to the
     * same end in whatever order it is heard: a decline matters only before the check-out, and nothing but "paid" after
     * the end.
     */
    public Payment told(Word word, @Nullable String intent, Instant at) {
        boolean paid = word == Word.PAID;
        boolean late = state == PaymentState.SUCCEEDED
                || endedAt != null && !paid
                || state == PaymentState.PENDING && (word == Word.DECLINED || word == Word.EXPIRED);
        PaymentState next = !late && state.canBecome(word.state()) ? word.state() : state;
        return with(
                next,
                first(intentId, intent),
                chargeId,
                balanceTransaction,
                paid && !late ? at : paidAt,
                word.last() && !late && endedAt == null ? at : endedAt);
    }

    /** The charge of this payment and, once the provider has it, its balance transaction. */
    public Payment charged(String charge, @Nullable String intent, @Nullable String transaction) {
        return with(
                state,
                first(intentId, intent),
                first(chargeId, charge),
                first(balanceTransaction, transaction),
                paidAt,
                endedAt);
    }

    /** Whether this is the amount of this payment; also when the provider does not say. */
    public boolean askedFor(Provider.@Nullable ToldMoney money) {
        return money == null || money.cents() == cents && money.currency().equals(currency);
    }

    /** Whether a session of it may still take money. */
    boolean unfinished() {
        return endedAt == null && !state.paid();
    }

    private static @Nullable String first(@Nullable String known, @Nullable String told) {
        return known == null ? told : known;
    }

    private Payment with(
            PaymentState newState,
            @Nullable String intent,
            @Nullable String charge,
            @Nullable String transaction,
            @Nullable Instant paid,
            @Nullable Instant ended) {
        return new Payment(
                id,
                provider,
                account,
                newState,
                cents,
                currency,
                subject,
                idempotencyKey,
                sessionId,
                sessionUrl,
                intent,
                charge,
                transaction,
                feeCents,
                paid,
                ended);
    }
}
