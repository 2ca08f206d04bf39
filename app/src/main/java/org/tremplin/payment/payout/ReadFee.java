package org.tremplin.payment.payout;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.FeeKnown;
import org.tremplin.payment.checkout.FeeAwaited;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Payments;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.event.OnEach;
import reactor.core.publisher.Mono;

/** Asks the provider what it kept of a payment, once it can tell. */
@Component
class ReadFee implements OnEach<FeeAwaited> {

    private final Payments payments;
    private final ObjectProvider<Provider> provider;
    private final EventLog log;
    private final TransactionalOperator transaction;

    ReadFee(Payments payments, ObjectProvider<Provider> provider, EventLog log, TransactionalOperator transaction) {
        this.payments = payments;
        this.provider = provider;
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
        return payments.find(fact.payment())
                .filter(payment -> payment.feeCents() == null
                        && payment.provider().equals(provider.getObject().name()))
                .flatMap(payment -> provider.getObject()
                        .fee(String.valueOf(payment.balanceTransaction()))
                        .flatMap(fee -> keep(payment, fee)));
    }

    private Mono<Void> keep(Payment payment, Provider.Fee fee) {
        return payments.keepFee(payment.id(), fee.cents())
                .flatMap(first -> first
                        ? log.append(new FeeKnown(
                                payment.id(), payment.subject(), fee.cents(), payment.currency(), fee.at()))
                        : Mono.empty())
                .as(transaction::transactional);
    }
}
