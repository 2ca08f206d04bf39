package org.tremplin.payment.refund;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.RefundState;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Payments;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.checkout.Provider.ToldRefund;
import org.tremplin.payment.checkout.ProviderRefused;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.event.OnEach;
import reactor.core.publisher.Mono;

/**
 * Asks the provider for a refund that is noted here. A provider that does not answer is asked again by the pump, with
 * the same key; after a first call it is looked up before it is asked for again, for providers forget keys after a day.
 */
@Component
class MakeRefund implements OnEach<RefundAsked> {

    private final StoredRefunds refunds;
    private final Payments payments;
    private final ReadRefunds read;
    private final ObjectProvider<Provider> provider;
    private final EventLog log;
    private final Alarms alarms;
    private final TransactionalOperator transaction;
    private final Clock clock;

    MakeRefund(
            StoredRefunds refunds,
            Payments payments,
            ReadRefunds read,
            ObjectProvider<Provider> provider,
            EventLog log,
            Alarms alarms,
            TransactionalOperator transaction,
            Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.read = read;
        this.provider = provider;
        this.log = log;
        this.alarms = alarms;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payment.refund.make";
    }

    @Override
    public Class<RefundAsked> hears() {
        return RefundAsked.class;
    }

    @Override
    public Mono<Void> handle(RefundAsked fact) {
        return refunds.find(fact.refund())
                .filter(refund -> refund.state() == RefundState.REQUESTED && refund.providerId() == null)
                .flatMap(refund -> payments.find(refund.payment()).flatMap(payment -> make(refund, payment)));
    }

    private Mono<Void> make(StoredRefund refund, Payment payment) {
        return made(refund, payment)
                .switchIfEmpty(Mono.defer(() -> ask(refund, payment)))
                .flatMap(read::keep);
    }

    /** What an earlier call made without our hearing of it. */
    private Mono<ToldRefund> made(StoredRefund refund, Payment payment) {
        String charged = payment.chargeId() == null ? payment.intentId() : payment.chargeId();
        return refund.calledAt() == null || charged == null
                ? Mono.empty()
                : provider.getObject()
                        .refundsOf(charged)
                        .filter(told -> refund.id().equals(told.ours()))
                        .next();
    }

    private Mono<ToldRefund> ask(StoredRefund refund, Payment payment) {
        return refunds.called(refund.id())
                .then(Mono.defer(() -> provider.getObject()
                        .refund(payment, refund.id(), refund.cents(), String.valueOf(refund.key()))))
                .onErrorResume(
                        ProviderRefused.class, no -> refuse(refund, payment, no).then(Mono.empty()));
    }

    private Mono<Void> refuse(StoredRefund asked, Payment payment, ProviderRefused no) {
        return payments.lock(List.of(payment.id()))
                .then(refunds.find(asked.id()))
                // an event may have told of it meanwhile
                .filter(refund -> refund.state() == RefundState.REQUESTED && refund.providerId() == null)
                .flatMap(
                        refund -> refunds.update(refund.refused(no.code(), clock.instant()))
                                .then(log.append(refund.refusal(payment.subject())))
                                .then(
                                        alarms.raise(
                                                "refund.refused",
                                                refund.id().toString(),
                                                String.valueOf(no.getMessage()),
                                                "Nothing went back: look at the payment at the provider, then ask for the refund again")))
                .as(transaction::transactional);
    }
}
