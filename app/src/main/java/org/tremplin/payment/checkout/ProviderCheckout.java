package org.tremplin.payment.checkout;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.PaymentState;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Mono;

/** Prepares, starts, reads and closes payments with the provider of this instance. */
@Component
class ProviderCheckout implements Checkout {

    private static final Logger log = LoggerFactory.getLogger(ProviderCheckout.class);

    private final @Nullable Provider provider;
    private final Payments payments;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;

    ProviderCheckout(
            ObjectProvider<Provider> provider,
            Payments payments,
            TransactionalOperator transaction,
            Ids ids,
            Clock clock) {
        this.provider = provider.getIfAvailable();
        this.payments = payments;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean available() {
        return provider != null;
    }

    @Override
    public Mono<UUID> prepare(UUID subject, long cents, String currency) {
        UUID id = ids.next();
        return payments.insert(id, provider().name(), subject, cents, currency).thenReturn(id);
    }

    @Override
    public Mono<Started> start(UUID payment, Words words) {
        return payments.find(payment)
                .flatMap(found -> found.sessionUrl() != null
                        ? Mono.just(found.sessionUrl())
                        : provider()
                                .open(found, found.idempotencyKey(), words)
                                .flatMap(session -> payments.keepSession(payment, session)
                                        .thenReturn(String.valueOf(session.address()))))
                .<Started>map(address -> new Ready(URI.create(address)))
                .onErrorResume(ProviderUnreachable.class, down -> {
                    log.warn("Payment {} waits: {}", payment, down.getMessage());
                    return Mono.just(new Unreachable());
                });
    }

    @Override
    public Mono<PaymentState> refresh(UUID payment) {
        return payments.find(payment).flatMap(found -> {
            String session = found.sessionId();
            return session == null || found.state() == PaymentState.SUCCEEDED
                    ? Mono.just(found.state())
                    : provider()
                            .read(session)
                            .flatMap(told -> record(payment, told))
                            .onErrorReturn(ProviderUnreachable.class, found.state());
        });
    }

    @Override
    public Mono<PaymentState> expire(UUID payment) {
        return payments.find(payment).flatMap(found -> {
            String session = found.sessionId();
            return session == null || found.state() != PaymentState.OPEN && found.state() != PaymentState.FAILED
                    ? Mono.just(found.state())
                    : provider()
                            .expire(session)
                            .flatMap(told -> record(payment, told))
                            .onErrorResume(ProviderUnreachable.class, down -> Mono.empty());
        });
    }

    private Mono<PaymentState> record(UUID payment, Provider.Session told) {
        return payments.lock(List.of(payment))
                .flatMap(locked -> {
                    Payment before = locked.get(0);
                    Payment after = before.told(
                            told.state(), told.intent(), told.paidAt() == null ? clock.instant() : told.paidAt());
                    return payments.save(List.of(new Payments.Change(before, after)))
                            .thenReturn(after.state());
                })
                .as(transaction::transactional);
    }

    private Provider provider() {
        if (provider == null) {
            throw new IllegalStateException("No payment provider: ask available() first");
        }
        return provider;
    }
}
