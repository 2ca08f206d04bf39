package org.tremplin.payment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.Sweep.Swept;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.payment.checkout.PaymentAlarms;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.checkout.Provider.Charge;
import org.tremplin.payment.checkout.Provider.Kind;
import org.tremplin.payment.checkout.Provider.Moved;
import org.tremplin.payment.checkout.ProviderUnreachable;
import org.tremplin.payment.dispute.DisputeSeen;
import org.tremplin.payment.dispute.ReadDisputes;
import org.tremplin.payment.payout.TakeCharges;
import org.tremplin.payment.refund.ReadRefunds;
import org.tremplin.payment.refund.RefundSeen;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes in a page of movements of the balance: each belongs to a payment here, goes to the bank, or is foreign. */
@Component
class TakeMovements {

    private final ObjectProvider<Provider> provider;
    private final Instance instance;
    private final TakeCharges charges;
    private final ReadRefunds refunds;
    private final ReadDisputes disputes;
    private final MovementRows rows;
    private final PaymentAlarms alarms;
    private final EventLog log;
    private final TransactionalOperator transaction;

    TakeMovements(
            ObjectProvider<Provider> provider,
            Instance instance,
            TakeCharges charges,
            ReadRefunds refunds,
            ReadDisputes disputes,
            MovementRows rows,
            PaymentAlarms alarms,
            EventLog log,
            TransactionalOperator transaction) {
        this.provider = provider;
        this.instance = instance;
        this.charges = charges;
        this.refunds = refunds;
        this.disputes = disputes;
        this.rows = rows;
        this.alarms = alarms;
        this.log = log;
        this.transaction = transaction;
    }

    Mono<Swept> take(List<Moved> moves) {
        String name = provider.getObject().name();
        return charges.take(of(moves, Kind.CHARGE)).flatMap(taken -> {
            List<Foreign> foreign = new ArrayList<>();
            taken.rest().forEach(move -> foreign.add(new Foreign(move, instanceOf(move.charge()))));
            of(moves, Kind.OTHER).forEach(move -> foreign.add(new Foreign(move, null)));
            return rows.unknown(moves.stream().filter(TakeMovements::goesBack).toList())
                    .concatMap(move -> goneBack(move).doOnNext(whose -> whose.ifPresent(foreign::add)))
                    .count()
                    .flatMap(read -> rows.payouts(name, of(moves, Kind.PAYOUT))
                            .then(rows.foreign(name, foreign))
                            .then(strangers(foreign))
                            .thenReturn(Swept.of(0, 0, moves.size(), taken.fees(), read.intValue())));
        });
    }

    private static List<Moved> of(List<Moved> moves, Kind kind) {
        return moves.stream().filter(move -> move.kind() == kind).toList();
    }

    private static boolean goesBack(Moved move) {
        return (move.kind() == Kind.REFUND || move.kind() == Kind.DISPUTE) && move.source() != null;
    }

    /** Reads it anew; gives the movement when its charge is not ours. What fails alone is left to the pump. */
    private Mono<Optional<Foreign>> goneBack(Moved move) {
        String id = Objects.requireNonNull(move.source());
        boolean refund = move.kind() == Kind.REFUND;
        Mono<Optional<Foreign>> read = refund
                ? provider.getObject()
                        .readRefund(id)
                        .flatMap(told -> keep(move, told.charge(), Mono.defer(() -> refunds.keep(told))))
                : provider.getObject()
                        .readDispute(id)
                        .flatMap(told -> keep(move, told.charge(), Mono.defer(() -> disputes.keep(told))));
        return read.onErrorResume(
                failure -> !(failure instanceof ProviderUnreachable),
                failure -> log.append(refund ? new RefundSeen("", id) : new DisputeSeen("", id))
                        .as(transaction::transactional)
                        .thenReturn(Optional.empty()));
    }

    private Mono<Optional<Foreign>> keep(Moved move, Charge charge, Mono<Void> keep) {
        return rows.ours(charge, instance.id())
                .flatMap(ours -> ours
                        ? keep.thenReturn(Optional.empty())
                        : Mono.just(Optional.of(new Foreign(move, instanceOf(charge)))));
    }

    private @Nullable String instanceOf(@Nullable Charge charge) {
        return charge == null ? null : charge.instance();
    }

    private Mono<Void> strangers(List<Foreign> foreign) {
        return Flux.fromStream(foreign.stream().map(Foreign::instance).filter(Objects::nonNull))
                .distinct()
                .filter(of -> !instance.id().equals(of))
                .concatMap(alarms::stranger)
                .then();
    }

    /** @param instance of Tremplin that made it; none for another tool or the provider itself */
    record Foreign(Moved move, @Nullable String instance) {}
}
