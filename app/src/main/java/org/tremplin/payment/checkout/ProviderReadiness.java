package org.tremplin.payment.checkout;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What our account at the provider may take: asked aside, so that no page waits for it, and again, so that the card opens
 * by itself. A provider that does not answer changes nothing.
 */
@Component
class ProviderReadiness {

    private static final Provider.Ready NOTHING = new Provider.Ready(false, false);

    private final @Nullable Provider provider;
    private volatile Provider.Ready now;

    ProviderReadiness(ObjectProvider<Provider> provider) {
        this.provider = provider.getIfAvailable();
        this.now = this.provider == null ? NOTHING : this.provider.expected();
    }

    Provider.Ready now() {
        return now;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 300, timeUnit = TimeUnit.SECONDS)
    Mono<Void> read() {
        return provider == null
                ? Mono.empty()
                : provider.ready()
                        .doOnNext(told -> now = told)
                        .onErrorResume(ProviderUnreachable.class, down -> Mono.empty())
                        // a narrow key may not read the account: then a payment will tell
                        .onErrorResume(ProviderRefused.class, no -> Mono.empty())
                        .then();
    }
}
