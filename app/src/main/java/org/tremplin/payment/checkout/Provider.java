package org.tremplin.payment.checkout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tremplin.payment.Checkout;
import reactor.core.publisher.Mono;

/**
 * The port a payment provider stands behind. Every call may fail with {@link ProviderUnreachable} or
 * {@link ProviderRefused}.
 */
public interface Provider {

    /** Stored with each payment: only that provider is asked about it. */
    String name();

    /** @param key the same key never opens two sessions */
    Mono<Session> open(Payment payment, String key, Checkout.Words words);

    Mono<Session> read(String sessionId);

    /** Closes a session nobody paid; gives what it is now. */
    Mono<Session> expire(String sessionId);

    Mono<Fee> fee(String balanceTransaction);

    /**
     * A session as the provider tells it.
     *
     * @param address where the payer goes; none once it is over
     * @param paidAt when the provider says it was paid; none when it does not say, then it counts from when it is known
     */
    record Session(
            String id,
            Word word,
            @Nullable String address,
            @Nullable String intent,
            @Nullable Instant paidAt) {}

    /** @param cents what the provider keeps */
    record Fee(long cents, Instant at) {}
}
