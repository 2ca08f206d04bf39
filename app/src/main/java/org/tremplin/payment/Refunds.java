package org.tremplin.payment;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Giving a payment back, whole or in parts; never more than there is. */
public interface Refunds {

    /**
     * Notes, in the caller's transaction and with the payment locked, that this much goes back; the provider is asked
     * after the commit. What becomes of it is told by {@link RefundTaken}, {@link RefundReturned} and
     * {@link RefundRefused}.
     *
     * @param operation of the caller: the same one again is the same refund, whatever the amount
     * @param cents one or more
     */
    Mono<Asked> ask(UUID payment, UUID operation, long cents);

    /** Cents that may still be asked for: without what goes or went back and what disputes hold or took; zero of a payment that is not paid. */
    Mono<Long> refundable(UUID payment);

    /** Oldest first, those made at the provider among them. */
    Flux<Refund> of(Collection<UUID> payments);

    /** How asking ended. */
    sealed interface Asked {
        <T> T fold(Function<UUID, T> accepted, LongFunction<T> tooMuch, Supplier<T> notPaid);
    }

    /** It is noted and will be asked of the provider. */
    record Accepted(UUID refund) implements Asked {
        @Override
        public <T> T fold(Function<UUID, T> accepted, LongFunction<T> tooMuch, Supplier<T> notPaid) {
            return accepted.apply(refund);
        }
    }

    /** @param leftCents the most that may be asked for, zero or more */
    record TooMuch(long leftCents) implements Asked {
        @Override
        public <T> T fold(Function<UUID, T> accepted, LongFunction<T> tooMuch, Supplier<T> notPaid) {
            return tooMuch.apply(leftCents);
        }
    }

    /** No money came, or it came through another provider than the one in use. */
    record NotPaid() implements Asked {
        @Override
        public <T> T fold(Function<UUID, T> accepted, LongFunction<T> tooMuch, Supplier<T> notPaid) {
            return notPaid.get();
        }
    }
}
