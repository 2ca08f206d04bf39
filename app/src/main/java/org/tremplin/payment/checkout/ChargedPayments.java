package org.tremplin.payment.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds whose money a charge is. */
@Component
public class ChargedPayments {

    private final Payments payments;
    private final ObjectProvider<Provider> provider;
    private final Instance instance;
    private final PaymentAlarms alarms;
    private final Clock clock;

    ChargedPayments(
            Payments payments,
            ObjectProvider<Provider> provider,
            Instance instance,
            PaymentAlarms alarms,
            Clock clock) {
        this.payments = payments;
        this.provider = provider;
        this.instance = instance;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * The payment of a charge, locked, inside the caller's transaction; a charge that took money settles it first: its
     * own event may still be on the way. Empty, and alarmed where a person must look, when the charge is not ours or not
     * as we asked for it.
     */
    public Mono<Payment> lock(Provider.Charge charge) {
        String of = charge.instance();
        return of != null && !of.equals(instance.id())
                ? alarms.stranger(of).then(Mono.empty())
                : payments.lockCharged(charge.payment(), charge.intent(), charge.id())
                        .filter(found ->
                                found.provider().equals(provider.getObject().name()))
                        .switchIfEmpty(Mono.defer(() -> of == null || charge.payment() == null
                                // made by another tool on the same account
                                ? Mono.empty()
                                : alarms.unknown(charge.payment()).then(Mono.empty())))
                        .flatMap(found -> found.askedFor(charge.money())
                                ? settled(found, charge)
                                : alarms.amountDiffers(found, charge.money()).then(Mono.empty()));
    }

    private Mono<Payment> settled(Payment found, Provider.Charge charge) {
        Payment known = found.charged(charge.id(), charge.intent(), null);
        Instant paidAt = charge.paidAt() == null ? clock.instant() : charge.paidAt();
        Payment now = charge.paid() ? known.told(Word.PAID, charge.intent(), paidAt) : known;
        return payments.save(List.of(new Payments.Change(found, now))).thenReturn(now);
    }
}
