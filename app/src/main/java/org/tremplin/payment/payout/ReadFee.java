package org.tremplin.payment.payout;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.FeeKnown;
import org.tremplin.payment.checkout.FeeAwaited;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Payments;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.checkout.Provider.Kind;
import org.tremplin.payment.checkout.Provider.Moved;
import org.tremplin.payment.checkout.Provider.Page;
import org.tremplin.payment.checkout.ProviderRefused;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.event.OnEach;
import reactor.core.publisher.Mono;

/**
 * Learns what the provider kept of a payment, once it can tell. The page of movements around it is read, which tells the
 * fees of its neighbours too: whoever of them waits in the same line asks no more. One is asked for alone only when its
 * page does not hold it.
 */
@Component
class ReadFee implements OnEach<FeeAwaited> {

    /** A list begins with the newest, so with those paid in this time after the one that is sought. */
    private static final Duration NEIGHBOURS = Duration.ofMinutes(1);

    /** The clocks of a charge and of its payment. */
    private static final Duration EARLIER = Duration.ofSeconds(30);

    private static final int MOST_PAGES = 20;

    private final Payments payments;
    private final ObjectProvider<Provider> provider;
    private final TakeCharges charges;
    private final EventLog log;
    private final TransactionalOperator transaction;

    ReadFee(
            Payments payments,
            ObjectProvider<Provider> provider,
            TakeCharges charges,
            EventLog log,
            TransactionalOperator transaction) {
        this.payments = payments;
        this.provider = provider;
        this.charges = charges;
        this.log = log;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "payment.payout.fee";
    }

    @Override
    public Class<FeeAwaited> hears() {
        return FeeAwaited.class;
    }

    @Override
    public Mono<Void> handle(FeeAwaited fact) {
        return awaited(fact)
                .flatMap(payment -> pages(payment, null, 1))
                .then(Mono.defer(() -> awaited(fact)))
                .flatMap(payment -> provider.getObject()
                        .fee(String.valueOf(payment.balanceTransaction()))
                        .flatMap(fee -> keep(payment, fee)));
    }

    private Mono<Payment> awaited(FeeAwaited fact) {
        return payments.find(fact.payment())
                .filter(payment -> payment.feeCents() == null
                        && payment.provider().equals(provider.getObject().name()));
    }

    private Mono<Void> pages(Payment sought, @Nullable String after, int page) {
        Instant paidAt = Objects.requireNonNull(sought.paidAt(), "It succeeded");
        return provider.getObject()
                .movements(paidAt.minus(EARLIER), paidAt.plus(NEIGHBOURS), after)
                // a key that may not list may still read one
                .onErrorResume(ProviderRefused.class, no -> Mono.just(Page.last()))
                .flatMap(read -> charges.take(read.items().stream()
                                .filter(move -> move.kind() == Kind.CHARGE)
                                .toList())
                        .then(Mono.defer(() -> read.next() == null || page == MOST_PAGES || holds(read, sought)
                                ? Mono.empty()
                                : pages(sought, read.next(), page + 1))));
    }

    private static boolean holds(Page<Moved> page, Payment sought) {
        return page.items().stream().anyMatch(move -> move.id().equals(sought.balanceTransaction()));
    }

    private Mono<Void> keep(Payment payment, Provider.Fee fee) {
        return payments.keepFees(Map.of(payment.id(), fee))
                .map(id -> new FeeKnown(id, payment.subject(), fee.cents(), payment.currency(), fee.at()))
                .collectList()
                .flatMap(log::append)
                .as(transaction::transactional);
    }
}
