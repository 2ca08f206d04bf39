package org.tremplin.payment.webhook;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tremplin.payment.ProviderNews;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.platform.event.Backlog;
import reactor.core.publisher.Mono;

/** Tells when the last event came, by the fact that each one leaves. */
@Component
class StoredNews implements ProviderNews {

    private final Backlog facts;
    private final ObjectProvider<Provider> provider;

    StoredNews(Backlog facts, ObjectProvider<Provider> provider) {
        this.facts = facts;
        this.provider = provider;
    }

    @Override
    public Mono<News> news() {
        Provider present = provider.getIfAvailable();
        String name = present == null ? null : present.name();
        return facts.last(EventReceived.class)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(last -> new News(name, last.orElse(null)));
    }
}
