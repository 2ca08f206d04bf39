package org.tremplin.payment.payout;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.FeeKnown;
import org.tremplin.payment.PaymentState;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.PaymentAlarms;
import org.tremplin.payment.checkout.Payments;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.checkout.Provider.Charge;
import org.tremplin.payment.checkout.Provider.Moved;
import org.tremplin.payment.checkout.Word;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes in a page of charges with what the provider kept of each: one transaction for all of them. */
@Component
public class TakeCharges {

    private final Payments payments;
    private final ObjectProvider<Provider> provider;
    private final Instance instance;
    private final PaymentAlarms alarms;
    private final EventLog log;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TakeCharges(
            Payments payments,
            ObjectProvider<Provider> provider,
            Instance instance,
            PaymentAlarms alarms,
            EventLog log,
            TransactionalOperator transaction,
            Clock clock) {
        this.payments = payments;
        this.provider = provider;
        this.instance = instance;
        this.alarms = alarms;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Settles what was paid, notes charges and fees, and alarms what carries our name without a payment here.
     *
     * @param charges movements of the kind CHARGE
     */
    public Mono<Taken> take(List<Moved> charges) {
        List<Moved> here = charges.stream()
                .filter(move -> move.charge() != null && !ofAnother(move.charge()))
                .toList();
        return here.isEmpty()
                ? Mono.just(new Taken(0, charges))
                : payments.lockCharged(here.stream().map(TakeCharges::charge).toList())
                        .flatMap(locked -> take(charges, here, new Known(locked)))
                        .as(transaction::transactional);
    }

    private boolean ofAnother(Charge charge) {
        String of = charge.instance();
        return of != null && !of.equals(instance.id());
    }

    private Mono<Taken> take(List<Moved> all, List<Moved> here, Known known) {
        String name = provider.getObject().name();
        Map<UUID, Payments.Change> changes = new LinkedHashMap<>();
        Map<UUID, Provider.Fee> fees = new HashMap<>();
        List<Mono<Void>> odd = new ArrayList<>();
        List<Moved> rest = new ArrayList<>(all);
        for (Moved move : here) {
            Charge charge = charge(move);
            Payment found = known.of(charge);
            if (found == null || !found.provider().equals(name)) {
                if (charge.instance() != null) {
                    rest.remove(move);
                    odd.add(alarms.unknown(
                            charge.payment() == null
                                    ? charge.id()
                                    : charge.payment().toString()));
                }
                continue;
            }
            rest.remove(move);
            if (!found.askedFor(charge.money())) {
                odd.add(alarms.amountDiffers(found, charge.money()));
            } else if (charge.paid()) {
                changes.put(found.id(), new Payments.Change(found, paid(found, charge, move.id())));
                // of one that is paid only now, the fee is read once the gift is settled: see ReadFee
                if (found.state() == PaymentState.SUCCEEDED
                        && move.money().currency().equals(found.currency())) {
                    fees.put(found.id(), new Provider.Fee(move.feeCents(), move.at()));
                }
            }
        }
        return payments.save(List.copyOf(changes.values()))
                .then(payments.keepFees(fees)
                        .map(id -> known(changes, fees, id))
                        .collectList()
                        .flatMap(facts -> log.append(facts).thenReturn(facts.size())))
                .flatMap(noted -> Flux.concat(odd).then(Mono.just(new Taken(noted, rest))));
    }

    private Payment paid(Payment found, Charge charge, String movement) {
        Instant at = charge.paidAt() == null ? clock.instant() : charge.paidAt();
        return found.charged(charge.id(), charge.intent(), movement).told(Word.PAID, charge.intent(), at);
    }

    private static FeeKnown known(Map<UUID, Payments.Change> changes, Map<UUID, Provider.Fee> fees, UUID id) {
        Payment of = Objects.requireNonNull(changes.get(id)).after();
        Provider.Fee fee = Objects.requireNonNull(fees.get(id));
        return new FeeKnown(id, of.subject(), fee.cents(), of.currency(), fee.at());
    }

    private static Charge charge(Moved move) {
        return Objects.requireNonNull(move.charge());
    }

    /**
     * What became of a page.
     *
     * @param fees how many this page brought
     * @param rest what no payment of this instance made, of another instance among them
     */
    public record Taken(int fees, List<Moved> rest) {}

    private static final class Known {

        private final Map<String, Payment> byName = new HashMap<>();

        Known(List<Payment> payments) {
            for (Payment payment : payments) {
                byName.put(payment.id().toString(), payment);
                put(payment.intentId(), payment);
                put(payment.chargeId(), payment);
            }
        }

        private void put(@Nullable String name, Payment payment) {
            if (name != null) {
                byName.put(name, payment);
            }
        }

        @Nullable
        Payment of(Charge charge) {
            UUID id = charge.payment();
            if (id != null) {
                return byName.get(id.toString());
            }
            Payment byIntent = byName.get(String.valueOf(charge.intent()));
            return byIntent == null ? byName.get(charge.id()) : byIntent;
        }
    }
}
