package org.tremplin.payment.dispute;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.DisputeMoved;
import org.tremplin.payment.PaymentState;
import org.tremplin.payment.checkout.ChargedPayments;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.checkout.Provider.ToldDispute;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads disputes from the provider and keeps what they are now: the one way the row of a dispute moves. */
@Component
public class ReadDisputes {

    private final ObjectProvider<Provider> provider;
    private final ChargedPayments charged;
    private final StoredDisputes disputes;
    private final EventLog log;
    private final Ids ids;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ReadDisputes(
            ObjectProvider<Provider> provider,
            ChargedPayments charged,
            StoredDisputes disputes,
            EventLog log,
            Ids ids,
            TransactionalOperator transaction,
            Clock clock) {
        this.provider = provider;
        this.charged = charged;
        this.disputes = disputes;
        this.log = log;
        this.ids = ids;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Calls out: never inside a transaction. */
    public Mono<Void> one(String providerId) {
        return provider.getObject().readDispute(providerId).flatMap(this::keep);
    }

    /** Keeps what the provider said of a dispute and tells what is new of it; nothing when its charge is not ours. */
    public Mono<Void> keep(ToldDispute told) {
        return charged.lock(told.charge())
                .flatMap(payment -> disputes.ofProvider(told.id())
                        .switchIfEmpty(Mono.defer(() -> disputes.insert(payment, told)))
                        .flatMap(before -> keep(before, told, payment)))
                .as(transaction::transactional);
    }

    private Mono<Void> keep(StoredDispute before, ToldDispute told, Payment payment) {
        StoredDispute.Heard heard = before.hear(told, payment.subject(), ids::next, clock.instant());
        if (!heard.news().isEmpty() && payment.state() != PaymentState.SUCCEEDED) {
            return Mono.error(new IllegalStateException("A bank takes back a payment that is not paid yet"));
        }
        return heard.dispute().equals(before)
                ? Mono.empty()
                : disputes.update(heard.dispute())
                        .then(Flux.fromIterable(heard.news())
                                .ofType(DisputeMoved.class)
                                .concatMap(disputes::insert)
                                .then())
                        .then(log.append(heard.news()));
    }
}
