package org.tremplin.payment.refund;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.PaymentState;
import org.tremplin.payment.checkout.ChargedPayments;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.checkout.Provider.ToldRefund;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Mono;

/** Reads refunds from the provider and keeps what they are now: the one way the row of a refund moves. */
@Component
public class ReadRefunds {

    private final ObjectProvider<Provider> provider;
    private final ChargedPayments charged;
    private final StoredRefunds refunds;
    private final EventLog log;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ReadRefunds(
            ObjectProvider<Provider> provider,
            ChargedPayments charged,
            StoredRefunds refunds,
            EventLog log,
            TransactionalOperator transaction,
            Clock clock) {
        this.provider = provider;
        this.charged = charged;
        this.refunds = refunds;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Calls out: never inside a transaction. */
    public Mono<Void> one(String providerId) {
        return provider.getObject().readRefund(providerId).flatMap(this::keep);
    }

    /** Calls out: never inside a transaction. */
    public Mono<Void> ofCharge(String charge) {
        return provider.getObject().refundsOf(charge).concatMap(this::keep).then();
    }

    /** Keeps what the provider said of a refund and tells what is new of it; nothing when its charge is not ours. */
    public Mono<Void> keep(ToldRefund told) {
        return charged.lock(told.charge())
                .flatMap(payment -> row(told, payment).flatMap(before -> keep(before, told, payment)))
                .as(transaction::transactional);
    }

    /** Known already, asked for here and not yet answered, or made in the provider's dashboard. */
    private Mono<StoredRefund> row(ToldRefund told, Payment payment) {
        return refunds.told(told, payment.id()).switchIfEmpty(Mono.defer(() -> refunds.insert(payment, told)));
    }

    private Mono<Void> keep(StoredRefund before, ToldRefund told, Payment payment) {
        StoredRefund after = before.told(told, clock.instant());
        List<Record> facts = after.news(before, told, payment.subject());
        if (!facts.isEmpty() && payment.state() != PaymentState.SUCCEEDED) {
            return Mono.error(new IllegalStateException("Money went back of a payment that is not paid yet"));
        }
        return after.equals(before) ? Mono.empty() : refunds.update(after).then(log.append(facts));
    }
}
