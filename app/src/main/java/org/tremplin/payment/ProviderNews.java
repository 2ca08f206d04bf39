package org.tremplin.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the provider told lately, for the person who runs the instance. */
public interface ProviderNews {

    Mono<News> news();

    /**
     * @param provider its name, {@code stripe} or {@code simulated}; none when there is none
     * @param lastEvent when its last event arrived; none when none has
     */
    record News(@Nullable String provider, @Nullable Instant lastEvent) {}
}
