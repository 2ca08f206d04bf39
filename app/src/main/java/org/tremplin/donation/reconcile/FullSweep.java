package org.tremplin.donation.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tremplin.donation.reconcile.CompareBalance.Verdict;
import org.tremplin.donation.reconcile.Reconcile.Repaired;
import org.tremplin.ledger.Books;
import org.tremplin.payment.Sweep;
import org.tremplin.payment.Sweep.Swept;
import org.tremplin.platform.event.Pump;
import reactor.core.publisher.Mono;

/** The sweep from end to end: the provider is asked, what is missing is booked, both sides are compared. */
@Component
class FullSweep {

    private static final Logger log = LoggerFactory.getLogger(FullSweep.class);

    /** What is older is compared by the command; disputes end within four months. */
    private static final Duration COMPARED = Duration.ofDays(180);

    private static final UUID EVERYTHING = new UUID(0, 0);
    private static final Duration FOR_THE_PUMP = Duration.ofSeconds(2);
    private static final int MOST_WAITS = 15;

    private final Sweep sweep;
    private final Reconcile reconcile;
    private final CompareBalance balance;
    private final Books books;
    private final Pump pump;
    private final Clock clock;

    FullSweep(Sweep sweep, Reconcile reconcile, CompareBalance balance, Books books, Pump pump, Clock clock) {
        this.sweep = sweep;
        this.reconcile = reconcile;
        this.balance = balance;
        this.books = books;
        this.pump = pump;
        this.clock = clock;
    }

    /** Looks whether it is due; the row of the sweep says so to all instances. */
    @Scheduled(initialDelay = 30, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    Mono<Report> byTheClock() {
        return sweep.runIfDue()
                .flatMap(swept -> waitForPump(MOST_WAITS).then(Mono.defer(() -> after(swept, recent()))))
                .doOnError(failure -> log.warn("The sweep stopped and goes on next time: {}", failure.toString()))
                .onErrorComplete();
    }

    @Scheduled(initialDelay = 9, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    Mono<Long> compareTotals() {
        return books.compareTotals();
    }

    /** Now, all of it, with the pump's work; empty when another run goes on or there is no provider. */
    Mono<Report> now() {
        return sweep.run().flatMap(swept -> pump.drain().then(Mono.defer(() -> after(swept, EVERYTHING))));
    }

    private Mono<Report> after(Swept swept, UUID since) {
        Long before = swept.heldBefore();
        return reconcile
                .run(since)
                .flatMap(repaired -> pumpIfAsked(since)
                        .then(Mono.defer(() -> swept.complete() && before != null
                                ? balance.compare(before)
                                : Mono.just(Verdict.moving())))
                        .map(verdict -> new Report(swept, repaired, verdict)));
    }

    private Mono<Void> pumpIfAsked(UUID since) {
        return since.equals(EVERYTHING) ? pump.drain() : Mono.empty();
    }

    private Mono<Void> waitForPump(int times) {
        return Mono.defer(pump::idle)
                .flatMap(idle -> idle || times == 0
                        ? Mono.empty()
                        : Mono.delay(FOR_THE_PUMP).then(waitForPump(times - 1)));
    }

    private UUID recent() {
        return new UUID(clock.instant().minus(COMPARED).toEpochMilli() << 16, 0);
    }

    record Report(Swept swept, Repaired repaired, Verdict balance) {}
}
