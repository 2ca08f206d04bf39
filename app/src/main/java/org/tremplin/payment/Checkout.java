package org.tremplin.payment;

import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Taking a payment: prepared in the caller's transaction, then started outside any. */
public interface Checkout {

    /** Whether a provider is there and, as far as is known, takes cards for us. */
    boolean available();

    /** Whether it takes SEPA direct debits for us too. */
    boolean debits();

    /** Writes an open payment of this amount inside the caller's transaction; it replaces those of the same subject. */
    Mono<UUID> prepare(UUID subject, long cents, String currency);

    /**
     * Opens the provider's session of a prepared payment, or finds the one it has, after closing what is open of older
     * payments of the same subject: one subject never has two open sessions. Repeating it creates nothing twice. When
     * more start than the provider takes, the payer waits in line. Never called inside a transaction.
     */
    Mono<Started> start(UUID payment, Words words);

    /** The same past the line: for what nobody waits for before a browser. */
    Mono<Started> startPastTheLine(UUID payment, Words words);

    /**
     * Closes at the provider what is open of this payment's subject, before anything said of it changes: expired when no
     * session takes money any more, a paid state when money is there, open when the provider does not tell. Never called
     * inside a transaction.
     */
    Mono<PaymentState> close(UUID payment);

    /** Whether so many cards were refused for the subject of this payment that no other page is opened for it. */
    Mono<Boolean> spent(UUID payment);

    /** Reads the truth from the provider and records it; what is known here when the provider does not tell. */
    Mono<PaymentState> refresh(UUID payment);

    /**
     * What the payer sees at the provider and where he goes next.
     *
     * @param debit whether he pays by SEPA direct debit instead of a card; the same for each start of a payment
     */
    record Words(String description, String email, String language, URI success, URI cancel, boolean debit) {}

    /** How starting ended. */
    sealed interface Started {

        <T> T fold(Cases<T> cases);

        /** What to do in each case. */
        record Cases<T>(
                Function<URI, T> ready,
                Function<PaymentState, T> over,
                Supplier<T> unreachable,
                Supplier<T> refused,
                Supplier<T> inLine,
                Supplier<T> full) {}
    }

    /** The payer's next address. */
    record Ready(URI address) implements Started {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.ready().apply(address);
        }
    }

    /**
     * This payment takes no money any more.
     *
     * @param state {@link PaymentState#paid()} when the subject is paid by it or by an older one; else a new payment may
     *     be prepared
     */
    record Over(PaymentState state) implements Started {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.over().apply(state);
        }
    }

    /** The provider is down, slow or busy: the payment stays open, starting it later may work. */
    record Unreachable() implements Started {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unreachable().get();
        }
    }

    /** The provider says no to what we ask; an alarm tells the operator. */
    record Refused() implements Started {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused().get();
        }
    }

    /** Too many start at once: {@link WaitingLine} tells when it is this payer's turn. */
    record InLine() implements Started {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.inLine().get();
        }
    }

    /** So many wait that the line takes no more: the payment stays open, starting it later may work. */
    record Full() implements Started {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.full().get();
        }
    }
}
