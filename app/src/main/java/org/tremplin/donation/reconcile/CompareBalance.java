package org.tremplin.donation.reconcile;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.ledger.Account;
import org.tremplin.ledger.Books;
import org.tremplin.payment.Reconciliation;
import org.tremplin.payment.Sweep;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.event.Pump;
import reactor.core.publisher.Mono;

/**
 * Account 5115 equals what the provider holds, at an instant at which nothing is on its way from one to the other; the
 * alarm that it does not closes when they agree again.
 */
@Component
class CompareBalance {

    private static final String EURO = "EUR";

    /** A provider tells a fee, and moves its balance, soon after the payment. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    private final Sweep sweep;
    private final Books books;
    private final BookAccount account;
    private final Reconciliation truth;
    private final Pump pump;
    private final Alarms alarms;
    private final TransactionalOperator transaction;
    private final Clock clock;

    CompareBalance(
            Sweep sweep,
            Books books,
            BookAccount account,
            Reconciliation truth,
            Pump pump,
            Alarms alarms,
            TransactionalOperator transaction,
            Clock clock) {
        this.sweep = sweep;
        this.books = books;
        this.account = account;
        this.truth = truth;
        this.pump = pump;
        this.alarms = alarms;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param before the balance before the sweep that just ended: another one now means that money moves */
    Mono<Verdict> compare(long before) {
        return quiet().flatMap(quiet -> quiet
                ? books.balance(Account.PROVIDER, EURO)
                        .flatMap(booked -> sweep.balance()
                                .flatMap(held -> held != before
                                        ? Mono.just(Verdict.moving())
                                        : judge(new Verdict(Outcome.EQUAL, booked, held))))
                : Mono.just(Verdict.moving()));
    }

    private Mono<Boolean> quiet() {
        return pump.idle()
                .zipWith(truth.awaitsFees(clock.instant().minus(ON_ITS_WAY)), (idle, awaits) -> idle && !awaits);
    }

    private Mono<Verdict> judge(Verdict sums) {
        return sums.booked == sums.held
                ? sweep.compared()
                        .then(alarms.close("ledger.balance_differs", Account.PROVIDER))
                        .thenReturn(sums)
                : sweep.everCompared()
                        .flatMap(ever -> ever ? Mono.just(false) : open(sums.held - sums.booked))
                        .flatMap(opened -> opened
                                ? sweep.compared().thenReturn(sums.as(Outcome.OPENED))
                                : alarm(sums).thenReturn(sums.as(Outcome.DIFFERS)));
    }

    private Mono<Boolean> open(long cents) {
        return account.opening(cents, clock.instant()).as(transaction::transactional);
    }

    private Mono<Void> alarm(Verdict sums) {
        return alarms.raise(
                "ledger.balance_differs",
                Account.PROVIDER,
                "Account 5115 holds %d cents, the provider %d".formatted(sums.booked, sums.held),
                "Look at the other alarms first; then compare the provider's list of movements with the ledger");
    }

    enum Outcome {
        EQUAL,
        DIFFERS,
        /** The first time: what lay there before waits to be allocated. */
        OPENED,
        /** Not comparable now. */
        MOVING
    }

    /**
     * @param booked cents on account 5115
     * @param held cents at the provider
     */
    record Verdict(Outcome outcome, long booked, long held) {

        static Verdict moving() {
            return new Verdict(Outcome.MOVING, 0, 0);
        }

        Verdict as(Outcome other) {
            return new Verdict(other, booked, held);
        }
    }
}
