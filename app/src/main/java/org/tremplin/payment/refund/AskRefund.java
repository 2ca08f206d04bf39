package org.tremplin.payment.refund;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tremplin.payment.PaymentState;
import org.tremplin.payment.Refund;
import org.tremplin.payment.Refunds;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Payments;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes refunds with their payment locked, so that two at once never give back more than came. */
@Component
class AskRefund implements Refunds {

    private final Payments payments;
    private final StoredRefunds refunds;
    private final ObjectProvider<Provider> provider;
    private final EventLog log;

    AskRefund(Payments payments, StoredRefunds refunds, ObjectProvider<Provider> provider, EventLog log) {
        this.payments = payments;
        this.refunds = refunds;
        this.provider = provider;
        this.log = log;
    }

    @Override
    public Mono<Asked> ask(UUID payment, UUID operation, long cents) {
        if (cents <= 0) {
            throw new IllegalArgumentException("A refund has at least one cent");
        }
        return payments.lock(List.of(payment))
                .flatMap(locked -> locked.isEmpty() || !paidHere(locked.get(0))
                        ? Mono.just(new NotPaid())
                        : refunds.ofOperation(operation)
                                .<Asked>map(Accepted::new)
                                .switchIfEmpty(Mono.defer(() -> note(locked.get(0), operation, cents))));
    }

    private Mono<Asked> note(Payment payment, UUID operation, long cents) {
        return refunds.left(payment.id())
                .flatMap(left -> left < cents
                        ? Mono.just(new TooMuch(left))
                        : refunds.insert(payment, operation, cents)
                                .flatMap(refund ->
                                        log.append(new RefundAsked(refund)).thenReturn(new Accepted(refund))));
    }

    @Override
    public Mono<Long> refundable(UUID payment) {
        return payments.find(payment)
                .filter(this::paidHere)
                .flatMap(paid -> refunds.left(payment))
                .defaultIfEmpty(0L);
    }

    @Override
    public Flux<Refund> of(Collection<UUID> payments) {
        return refunds.of(payments);
    }

    private boolean paidHere(Payment payment) {
        Provider present = provider.getIfAvailable();
        return payment.state() == PaymentState.SUCCEEDED
                && present != null
                && payment.provider().equals(present.name());
    }
}
