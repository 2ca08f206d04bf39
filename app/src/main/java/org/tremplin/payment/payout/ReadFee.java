package org.tremplin.payment.payout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
 * Learns what the provider kept of payments, once it can tell. The pages of movements around them are read, which tell
 * the fees of their neighbours too: whoever of them waits in the same line asks no more. One is asked for alone only
 * when the pages do not hold it.
 */
@Component
class ReadFee implements OnEach<FeeAwaited> {

    /** A list begins with the newest, so with those paid in this time after the last that is sought. */
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
                .flatMap(sought -> pages(Span.of(sought), sought, null, 1))
                .then(Mono.defer(() -> awaited(fact)))
                .flatMapIterable(left -> left)
                // one that cannot be told does not keep the others from being told
                .concatMapDelayError(payment -> provider.getObject()
                        .fee(String.valueOf(payment.balanceTransaction()))
                        .flatMap(fee -> keep(payment, fee)))
                .then();
    }

    /** Empty when none is left. */
    private Mono<List<Payment>> awaited(FeeAwaited fact) {
        String name = provider.getObject().name();
        return payments.findAll(fact.payments())
                .filter(payment ->
                        payment.feeCents() == null && payment.provider().equals(name))
                .collectList()
                .filter(found -> !found.isEmpty());
    }

    private Mono<Void> pages(Span span, List<Payment> sought, @Nullable String after, int page) {
        return provider.getObject()
                .movements(span.since(), span.until(), after)
                // a key that may not list may still read one
                .onErrorResume(ProviderRefused.class, no -> Mono.just(Page.last()))
                .flatMap(read -> charges.take(read.items().stream()
                                .filter(move -> move.kind() == Kind.CHARGE)
                                .toList())
                        .then(Mono.defer(() -> {
                            List<Payment> left = without(read, sought);
                            return read.next() == null || page == MOST_PAGES || left.isEmpty()
                                    ? Mono.empty()
                                    : pages(span, left, read.next(), page + 1);
                        })));
    }

    private static List<Payment> without(Page<Moved> page, List<Payment> sought) {
        Set<String> told = page.items().stream().map(Moved::id).collect(Collectors.toSet());
        return sought.stream()
                .filter(payment -> !told.contains(String.valueOf(payment.balanceTransaction())))
                .toList();
    }

    /** From when until when the movements of some payments are sought. */
    private record Span(Instant since, Instant until) {

        static Span of(List<Payment> payments) {
            List<Instant> paid = payments.stream()
                    .map(payment -> Objects.requireNonNull(payment.paidAt(), "It succeeded"))
                    .sorted()
                    .toList();
            return new Span(
                    paid.get(0).minus(EARLIER), paid.get(paid.size() - 1).plus(NEIGHBOURS));
        }
    }

    private Mono<Void> keep(Payment payment, Provider.Fee fee) {
        return payments.keepFees(Map.of(payment.id(), fee))
                .map(id -> new FeeKnown(id, payment.subject(), fee.cents(), payment.currency(), fee.at()))
                .collectList()
                .flatMap(log::append)
                .as(transaction::transactional);
    }
}
