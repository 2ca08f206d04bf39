package org.tremplin.payment.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Word;

/**
 * What one event of the provider says.
 *
 * @param instance of Tremplin that made the payment; none for payments of other tools on the account
 * @param object id of the session, intent, charge, refund or dispute it speaks of
 */
record Told(
        String type,
        Instant created,
        @Nullable String instance,
        @Nullable UUID payment,
        @Nullable String object,
        @Nullable String intent,
        @Nullable String paymentStatus,
        @Nullable String status,
        @Nullable String balanceTransaction) {

    private static final String COMPLETED = "checkout.session.completed";
    private static final Set<String> PAYMENT_STATUSES = Set.of("paid", "unpaid", "no_payment_required");

    /** Whether all is there that an event of this type and of a Tremplin must say. */
    boolean complete() {
        boolean handled = word() != null || aboutCharge();
        return instance == null
                || !handled
                || payment != null && object != null && (!type.equals(COMPLETED) || statusKnown());
    }

    private boolean statusKnown() {
        return paymentStatus != null && PAYMENT_STATUSES.contains(paymentStatus);
    }

    /** Where this leads the payment to; none when it only adds details. */
    @Nullable
    Word word() {
        return switch (type) {
            case COMPLETED -> "paid".equals(paymentStatus) ? Word.PAID : Word.PROCESSING;
            case "checkout.session.async_payment_succeeded" -> Word.PAID;
            case "checkout.session.async_payment_failed" -> Word.BOUNCED;
            case "payment_intent.payment_failed" -> Word.DECLINED;
            case "checkout.session.expired" -> Word.EXPIRED;
            default -> null;
        };
    }

    /** A charge that took money; each declined try has one too, which counts for nothing. */
    boolean aboutCharge() {
        return (type.equals("charge.succeeded") || type.equals("charge.updated")) && !"failed".equals(status);
    }

    /** Flows that come next: until then a person must know (money.md, States). */
    boolean aboutMoneyBack() {
        return type.startsWith("refund.") || type.startsWith("charge.refund") || type.startsWith("charge.dispute.");
    }

    Payment appliedTo(Payment before) {
        Word word = word();
        if (word != null) {
            return before.told(word, intent, created);
        }
        return aboutCharge() && object != null ? before.charged(object, intent, balanceTransaction) : before;
    }
}
