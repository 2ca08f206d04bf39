package org.tremplin.payment.checkout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.DisputeState;
import org.tremplin.payment.RefundState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The port a payment provider stands behind. Every call may fail with {@link ProviderUnreachable} or
 * {@link ProviderRefused}. Currencies are upper-case here, however the provider writes them.
 */
public interface Provider {

    /** Stored with each payment: only that provider is asked about it. */
    String name();

    /** What is taken for granted until the provider was asked: that cards work. */
    default Ready expected() {
        return new Ready(true, false);
    }

    /** What our account may take now. */
    Mono<Ready> ready();

    /** @param key the same key never opens two sessions */
    Mono<Session> open(Payment payment, String key, Checkout.Words words);

    Mono<Session> read(String sessionId);

    /** Closes a session nobody paid; gives what it is now. */
    Mono<Session> expire(String sessionId);

    Mono<Fee> fee(String balanceTransaction);

    /**
     * @param refund our id, which the provider keeps with it
     * @param key the same key never gives back twice
     */
    Mono<ToldRefund> refund(Payment payment, UUID refund, long cents, String key);

    Mono<ToldRefund> readRefund(String refundId);

    /**
     * Every refund of a charge, those of the dashboard among them.
     *
     * @param charge its id or that of its intent
     */
    Flux<ToldRefund> refundsOf(String charge);

    Mono<ToldDispute> readDispute(String disputeId);

    /**
     * A page of at most 100 movements of our balance, newest first.
     *
     * @param since the oldest, inclusive
     * @param until the newest, inclusive
     * @param after the {@link Page#next} of the page before
     */
    Mono<Page<Moved>> movements(Instant since, Instant until, @Nullable String after);

    /**
     * A page of at most 100 events that did not arrive, of the types we treat; each exactly as the provider writes it.
     *
     * @param after the {@link Page#next} of the page before
     */
    Mono<Page<byte[]>> undeliveredEvents(Instant since, @Nullable String after);

    /** Cents of euros that the provider holds for us now, on their way to be paid out or not. */
    Mono<Long> balance();

    /**
     * A session as the provider tells it.
     *
     * @param address where the payer goes; none once it is over
     * @param paidAt when the provider says it was paid; none when it does not say, then it counts from when it is known
     * @param money what the payer is asked for; none when the provider does not say
     */
    record Session(
            String id,
            Word word,
            @Nullable String address,
            @Nullable String intent,
            @Nullable Instant paidAt,
            @Nullable ToldMoney money) {}

    /** @param cards and @param debits whether the account may take them */
    record Ready(boolean cards, boolean debits) {}

    /** @param next leads to the next page; none at the end */
    record Page<T>(List<T> items, @Nullable String next) {

        public static <T> Page<T> last() {
            return new Page<>(List.of(), null);
        }
    }

    /** What moved our balance. */
    enum Kind {
        CHARGE,
        REFUND,
        DISPUTE,
        /** To the bank, or back from it. */
        PAYOUT,
        OTHER
    }

    /**
     * One movement of our balance, with what it was for.
     *
     * @param category the provider's own word for it
     * @param money less than zero when it left us; the fee is not in it
     * @param feeCents more than zero when a fee was taken with it
     * @param source the provider's id of the charge, refund, dispute or payout
     * @param charge for a charge: all of it
     */
    record Moved(
            String id,
            Kind kind,
            String category,
            ToldMoney money,
            long feeCents,
            Instant at,
            @Nullable String source,
            @Nullable Charge charge) {

        public Movement movement() {
            return new Movement(id, money.cents(), feeCents, at);
        }
    }

    /** An amount as the provider tells it, which may not be the one asked for. */
    record ToldMoney(long cents, String currency) {}

    /** @param cents what the provider keeps */
    record Fee(long cents, Instant at) {}

    /**
     * The charge that is given back or disputed.
     *
     * @param instance of Tremplin that made it; none for charges of other tools on the account
     * @param paid whether it took the money, not only promised to
     * @param paidAt none when the provider does not say, then it counts from when it is known
     */
    record Charge(
            String id,
            @Nullable String intent,
            @Nullable String instance,
            @Nullable UUID payment,
            ToldMoney money,
            boolean paid,
            @Nullable Instant paidAt) {}

    /**
     * One change of our balance at the provider.
     *
     * @param id the provider's, of this change alone
     * @param cents less than zero when it left us; the fee is not in it
     * @param feeCents more than zero when a fee was taken with it, less when one came back
     */
    record Movement(String id, long cents, long feeCents, Instant at) {}

    /**
     * @param ours our id, when it was asked for here
     * @param taken how it left our balance, once it did
     * @param returned how it came back into our balance, if it did
     * @param failure the provider's code
     */
    record ToldRefund(
            String id,
            @Nullable UUID ours,
            RefundState state,
            ToldMoney money,
            Charge charge,
            @Nullable Movement taken,
            @Nullable Movement returned,
            @Nullable String failure) {}

    /**
     * @param reason the provider's code
     * @param movements what it withdrew and reinstated so far
     */
    record ToldDispute(
            String id,
            DisputeState state,
            ToldMoney money,
            Charge charge,
            @Nullable String reason,
            List<Movement> movements) {}
}
