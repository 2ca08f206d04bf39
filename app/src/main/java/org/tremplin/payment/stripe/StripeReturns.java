package org.tremplin.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.DisputeState;
import org.tremplin.payment.RefundState;
import org.tremplin.payment.checkout.Provider.Charge;
import org.tremplin.payment.checkout.Provider.Movement;
import org.tremplin.payment.checkout.Provider.ToldDispute;
import org.tremplin.payment.checkout.Provider.ToldMoney;
import org.tremplin.payment.checkout.Provider.ToldRefund;

/** Reads Stripe's refunds and disputes, with their charge and the movements of our balance. */
final class StripeReturns {

    /** What has to come with a refund: its state alone says nothing of our balance. */
    static final List<String> WITH_REFUND = List.of("charge", "balance_transaction", "failure_balance_transaction");

    static final List<String> WITH_DISPUTE = List.of("charge");

    private StripeReturns() {}

    static ToldRefund refund(Refund told) {
        return new ToldRefund(
                told.getId(),
                uuid(told.getMetadata(), "refund"),
                state(told),
                money(told.getAmount(), told.getCurrency()),
                charge(told.getChargeObject()),
                movement(told.getBalanceTransactionObject()),
                movement(told.getFailureBalanceTransactionObject()),
                told.getFailureReason());
    }

    static ToldDispute dispute(Dispute told) {
        List<BalanceTransaction> transactions = told.getBalanceTransactions();
        return new ToldDispute(
                told.getId(),
                state(told),
                money(told.getAmount(), told.getCurrency()),
                charge(told.getChargeObject()),
                told.getReason(),
                transactions == null
                        ? List.of()
                        : transactions.stream().map(StripeReturns::moved).toList());
    }

    static ToldMoney money(long cents, String currency) {
        return new ToldMoney(cents, currency.toUpperCase(Locale.ROOT));
    }

    private static RefundState state(Refund told) {
        return switch (String.valueOf(told.getStatus())) {
            case "pending", "requires_action" -> RefundState.PENDING;
            case "succeeded" -> RefundState.SUCCEEDED;
            case "failed" -> RefundState.FAILED;
            case "canceled" -> RefundState.CANCELLED;
            default -> throw new IllegalStateException("No refund is known to be " + told.getStatus());
        };
    }

    private static DisputeState state(Dispute told) {
        return switch (String.valueOf(told.getStatus())) {
            case "warning_needs_response", "warning_under_review" -> DisputeState.WARNING;
            case "needs_response", "under_review" -> DisputeState.OPEN;
            case "won" -> DisputeState.WON;
            case "lost" -> DisputeState.LOST;
            case "prevented" -> DisputeState.PREVENTED;
            case "warning_closed" -> DisputeState.CLOSED;
            default -> throw new IllegalStateException("No dispute is known to be " + told.getStatus());
        };
    }

    /**
     * A card is charged and paid in the same second. The charge of a delayed method is made days before it is paid, and
     * nothing here tells when that was.
     */
    static @Nullable Instant paidAt(com.stripe.model.@Nullable Charge charge) {
        com.stripe.model.Charge.PaymentMethodDetails method = charge == null ? null : charge.getPaymentMethodDetails();
        return charge != null && charge.getCreated() != null && method != null && "card".equals(method.getType())
                ? Instant.ofEpochSecond(charge.getCreated())
                : null;
    }

    private static Charge charge(com.stripe.model.Charge told) {
        Map<String, String> metadata = told.getMetadata();
        return new Charge(
                told.getId(),
                told.getPaymentIntent(),
                metadata == null ? null : metadata.get("instance"),
                uuid(metadata, "payment"),
                money(told.getAmount(), told.getCurrency()),
                "succeeded".equals(told.getStatus()),
                paidAt(told));
    }

    private static @Nullable Movement movement(@Nullable BalanceTransaction told) {
        return told == null ? null : moved(told);
    }

    private static Movement moved(BalanceTransaction told) {
        if (!"eur".equals(told.getCurrency())) {
            throw new IllegalStateException("The books are in euros only, not in " + told.getCurrency());
        }
        return new Movement(told.getId(), told.getAmount(), told.getFee(), Instant.ofEpochSecond(told.getCreated()));
    }

    private static @Nullable UUID uuid(@Nullable Map<String, String> metadata, String name) {
        try {
            String text = metadata == null ? null : metadata.get(name);
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException ofAnotherTool) {
            return null;
        }
    }
}
