package org.tremplin.payment.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Provider.ToldMoney;
import org.tremplin.payment.checkout.Word;
import org.tremplin.payment.dispute.DisputeSeen;
import org.tremplin.payment.refund.ChargeRefunded;
import org.tremplin.payment.refund.RefundSeen;

/**
 * What one event of the provider says.
 *
 * @param instance of Tremplin that made the payment; none for payments of other tools on the account
 * @param object id of the session, intent, charge, refund or dispute it speaks of
 * @param money the amount of the session or charge, when it says one
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
        @Nullable String balanceTransaction,
        @Nullable ToldMoney money) {

    private static final String COMPLETED = "checkout.session.completed";
    private static final String CHARGED = "charge.succeeded";
    private static final String CHARGE_UPDATED = "charge.updated";
    private static final Set<String> PAYMENT_STATUSES = Set.of("paid", "unpaid", "no_payment_required");

    /** Whether all is there that an event of this type and of a Tremplin must say. */
    boolean complete() {
        if (aboutMoneyBack()) {
            return object != null;
        }
        return instance == null
                || !aboutPayment()
                || payment != null && object != null && (!type.equals(COMPLETED) || statusKnown());
    }

    /** Whether it may move a payment. */
    boolean aboutPayment() {
        return word() != null || type.equals(CHARGED) || type.equals(CHARGE_UPDATED);
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
        return (type.equals(CHARGED) || type.equals(CHARGE_UPDATED)) && !"failed".equals(status);
    }

    /** A refund or a dispute: the provider is asked how it stands now. */
    boolean aboutMoneyBack() {
        return type.startsWith("refund.") || type.startsWith("charge.refund") || type.startsWith("charge.dispute.");
    }

    /** What is to be read anew, for an event {@link #aboutMoneyBack}. */
    Record toRead(String account) {
        String id = String.valueOf(object);
        if (type.startsWith("charge.dispute.")) {
            return new DisputeSeen(account, id);
        }
        return type.equals("charge.refunded") ? new ChargeRefunded(account, id) : new RefundSeen(account, id);
    }

    /** Money of another amount or currency than this payment's, which must not settle it. */
    boolean differsFrom(Payment of) {
        Word word = word();
        return (word == null ? aboutCharge() : word.paid()) && !of.askedFor(money);
    }

    Payment appliedTo(Payment before) {
        if (differsFrom(before)) {
            return before;
        }
        Word word = word();
        if (word != null) {
            return before.told(word, intent, created);
        }
        return aboutCharge() && object != null ? before.charged(object, intent, balanceTransaction) : before;
    }
}
