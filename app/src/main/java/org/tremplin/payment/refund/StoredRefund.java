package org.tremplin.payment.refund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.RefundRefused;
import org.tremplin.payment.RefundReturned;
import org.tremplin.payment.RefundState;
import org.tremplin.payment.RefundTaken;
import org.tremplin.payment.checkout.Provider.Movement;
import org.tremplin.payment.checkout.Provider.ToldRefund;

/**
 * A refund as it is kept. Its three instants remember which facts were told of it.
 *
 * @param key none for one made in the provider's dashboard
 * @param calledAt when the provider was first asked for it
 */
record StoredRefund(
        UUID id,
        UUID payment,
        RefundState state,
        long cents,
        String currency,
        @Nullable String key,
        @Nullable String providerId,
        @Nullable Instant calledAt,
        @Nullable Instant takenAt,
        long feeBackCents,
        @Nullable Instant returnedAt,
        @Nullable Instant refusedAt,
        @Nullable String failure) {

    /** This refund after the provider's word, the same one when it is old news. */
    StoredRefund told(ToldRefund told, Instant now) {
        Movement taken = takenAt == null ? told.taken() : null;
        Movement returned = told.returned();
        boolean gone = takenAt != null || taken != null;
        return new StoredRefund(
                id,
                payment,
                state.canBecome(told.state()) ? told.state() : state,
                cents,
                currency,
                key,
                told.id(),
                calledAt,
                taken == null ? takenAt : taken.at(),
                taken == null ? feeBackCents : -taken.feeCents(),
                returnedAt == null && gone && returned != null ? returned.at() : returnedAt,
                refusedAt == null && !gone && ended(told.state()) ? now : refusedAt,
                told.failure() == null ? failure : told.failure());
    }

    /** This refund after the provider said no to making it. */
    StoredRefund refused(String code, Instant now) {
        return new StoredRefund(
                id,
                payment,
                RefundState.FAILED,
                cents,
                currency,
                key,
                providerId,
                calledAt,
                takenAt,
                feeBackCents,
                returnedAt,
                now,
                code);
    }

    /** What became known with this word, in the order in which it happened. */
    List<Record> news(StoredRefund before, ToldRefund told, UUID subject) {
        List<Record> news = new ArrayList<>();
        if (takenAt != null && before.takenAt == null) {
            news.add(new RefundTaken(id, payment, subject, cents, feeBackCents, currency, takenAt));
        }
        Movement returned = told.returned();
        if (returnedAt != null && before.returnedAt == null && returned != null) {
            news.add(new RefundReturned(id, payment, subject, cents, -returned.feeCents(), currency, returnedAt));
        }
        if (refusedAt != null && before.refusedAt == null) {
            news.add(refusal(subject));
        }
        return news;
    }

    RefundRefused refusal(UUID subject) {
        return new RefundRefused(id, payment, subject, cents, currency);
    }

    private static boolean ended(RefundState state) {
        return state == RefundState.FAILED || state == RefundState.CANCELLED;
    }
}
