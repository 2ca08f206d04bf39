package org.tremplin.payment;

import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Taking a payment: prepared in the caller's transaction, then started outside any. */
public interface Checkout {

    /** Whether a provider is there at all. */
    boolean available();

    /** Writes an open payment of this amount inside the caller's transaction. */
    Mono<UUID> prepare(UUID subject, long cents, String currency);

    /**
     * Opens the provider's session of a prepared payment, or finds the one it has. Repeating it creates nothing twice.
     * Never called inside a transaction.
     */
    Mono<Started> start(UUID payment, Words words);

    /** Reads the truth from the provider and records it: for a donor who comes back before the provider's event. */
    Mono<PaymentState> refresh(UUID payment);

    /**
     * Closes an open session at the provider, unless it is paid: then the answer is SUCCEEDED. Empty when the provider
     * cannot be reached.
     */
    Mono<PaymentState> expire(UUID payment);

    /** What the payer sees at the provider and where he goes next. */
    record Words(String description, String email, String language, URI success, URI cancel, String statement) {}

    /** Either the payer's next address, or the provider cannot be reached and the payment stays open. */
    sealed interface Started {
        <T> T fold(Function<URI, T> ready, Function<Unreachable, T> unreachable);
    }

    record Ready(URI address) implements Started {
        @Override
        public <T> T fold(Function<URI, T> ready, Function<Unreachable, T> unreachable) {
            return ready.apply(address);
        }
    }

    /** The provider is down, slow or refuses for now. */
    record Unreachable() implements Started {
        @Override
        public <T> T fold(Function<URI, T> ready, Function<Unreachable, T> unreachable) {
            return unreachable.apply(this);
        }
    }
}
