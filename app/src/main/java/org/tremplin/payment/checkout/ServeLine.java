package org.tremplin.payment.checkout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.PaymentNotStarted;
import org.tremplin.payment.checkout.Buckets.Account;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Mono;

/**
 * Serves those who wait for their payment page, as fast as the bucket allows: the head is claimed in a short transaction,
 * the provider called outside any, with the payment's own key.
 */
@Component
class ServeLine {

    private static final Logger log = LoggerFactory.getLogger(ServeLine.class);

    /** Half of the calls the provider's bulkhead lets through: who comes while nobody waits, and refunds, pass too. */
    private static final int AT_ONCE = 16;

    /** Short beside the time in which the bucket fills, so that no token is lost. */
    private static final Duration STEP = Duration.ofMillis(100);

    /** A provider that is away is asked this often for one payer, who then gets a mail. */
    private static final int TRIES = 3;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final @Nullable Provider provider;
    private final ProviderCheckout checkout;
    private final Turns turns;
    private final StartLine line;
    private final EventLog facts;
    private final TransactionalOperator transaction;
    private final AtomicBoolean serving = new AtomicBoolean();

    ServeLine(
            ObjectProvider<Provider> provider,
            ProviderCheckout checkout,
            Turns turns,
            StartLine line,
            EventLog facts,
            TransactionalOperator transaction) {
        this.provider = provider.getIfAvailable();
        this.checkout = checkout;
        this.turns = turns;
        this.line = line;
        this.facts = facts;
        this.transaction = transaction;
    }

    /** At a rate, not with a delay: a long line must not hold the thread by which everything else is done by the clock. */
    @Scheduled(initialDelay = 2_000, fixedRate = 500)
    Mono<Void> serveByTheClock() {
        return serving.compareAndSet(false, true)
                ? serve().doFinally(end -> serving.set(false)).onErrorResume(failure -> {
                    log.warn("The line for payment pages waits: {}", failure.toString());
                    return Mono.empty();
                })
                : Mono.empty();
    }

    /** Serves until nobody waits. */
    Mono<Void> serve() {
        return provider == null
                ? Mono.empty()
                : line.accounts(provider.name()).flatMap(this::serve).then();
    }

    private Mono<Void> serve(Account account) {
        return Mono.defer(() -> turns.next(account, AT_ONCE))
                .repeatWhen(rounds -> rounds.concatMap(round -> Mono.delay(STEP).then(line.any(account)))
                        .takeWhile(waits -> waits))
                .flatMapIterable(List::copyOf)
                .flatMap(turn -> serve(account, turn), AT_ONCE)
                .then();
    }

    private Mono<Void> serve(Account account, StartLine.Turn turn) {
        return checkout.startInTurn(turn.payment(), turn.words())
                .flatMap(started -> started.fold(new Checkout.Started.Cases<Mono<Void>>(
                        address -> line.leave(turn),
                        over -> line.leave(turn),
                        () -> away(turn),
                        () -> giveUp(turn, "REFUSED"),
                        () -> line.putBack(turn),
                        () -> line.putBack(turn))))
                .onErrorResume(ProviderBusy.class, busy -> turns.refused(turn, account, busy.retryAfter()))
                .onErrorResume(failure -> {
                    log.warn("Payment {} waits in line: {}", turn.payment(), failure.toString());
                    return away(turn);
                });
    }

    private Mono<Void> away(StartLine.Turn turn) {
        return line.tried(turn, PAUSE).flatMap(tries -> tries < TRIES ? Mono.empty() : giveUp(turn, "DOWN"));
    }

    private Mono<Void> giveUp(StartLine.Turn turn, String why) {
        return line.giveUp(turn, why)
                .filter(Boolean::booleanValue)
                .flatMap(gone -> facts.append(new PaymentNotStarted(turn.payment(), turn.subject())))
                .as(transaction::transactional);
    }

    @Scheduled(initialDelay = 3, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    Mono<Long> forgetAway() {
        return line.forget();
    }
}
