package org.tremplin.payment.checkout;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.checkout.Buckets.Account;
import reactor.core.publisher.Mono;

/** Says who may start now: who comes while nobody waits and a token is there, else the head of the line. */
@Component
class Turns {

    /** Nobody is asked to wait for longer: who comes then gets a link by mail. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final TransactionalOperator transaction;
    private final Buckets buckets;
    private final StartLine line;
    private final long longest;

    Turns(TransactionalOperator transaction, Buckets buckets, StartLine line, StartSettings settings) {
        this.transaction = transaction;
        this.buckets = buckets;
        this.line = line;
        this.longest = PATIENCE.toSeconds() * settings.sessionStartsPerSecond();
    }

    /** Gives the number of who may start at once; empty for who waits in line from now on. */
    Mono<Long> ask(Payment payment, Checkout.Words words) {
        Account account = account(payment);
        // a rush does not queue for the bucket's row
        return line.any(account)
                .flatMap(waits -> waits ? this.<Long>wait(payment, words) : take(account, payment, words));
    }

    private Mono<Long> take(Account account, Payment payment, Checkout.Words words) {
        return buckets.lock(account)
                .flatMap(bucket -> line.any(account)
                        .flatMap(waits -> waits || bucket.available() < 1
                                ? this.<Long>wait(payment, words)
                                : buckets.save(account, bucket.take(1))))
                .as(transaction::transactional);
    }

    private <T> Mono<T> wait(Payment payment, Checkout.Words words) {
        return join(payment, words, null).then(Mono.empty());
    }

    private Mono<Void> join(Payment payment, Checkout.Words words, @Nullable Long arrival) {
        return line.join(payment.id(), words, arrival, longest)
                .flatMap(joined -> joined ? Mono.<Void>empty() : Mono.error(LineFull::new));
    }

    /** Its page is there or it is over: no place is kept for one who was away and came back. */
    Mono<Void> over(Payment payment) {
        return line.leave(payment.subject());
    }

    /** The provider took no more when this one started: it waits where it would have stood. */
    Mono<Void> refused(Payment payment, Checkout.Words words, long arrival, Duration wait) {
        return buckets.refused(account(payment), wait).then(join(payment, words, arrival));
    }

    /** The same for the head of the line, which stays the head. */
    Mono<Void> refused(StartLine.Turn turn, Account account, Duration wait) {
        return buckets.refused(account, wait).then(line.putBack(turn));
    }

    /** Those whose turn it is now, with their tokens taken. */
    Mono<List<StartLine.Turn>> next(Account account, int most) {
        return buckets.lock(account)
                .flatMap(bucket -> {
                    int free = Math.min(most, bucket.available());
                    return free == 0
                            ? Mono.just(List.<StartLine.Turn>of())
                            : line.claim(account, free)
                                    .flatMap(claimed -> buckets.save(account, bucket.take(claimed.size()))
                                            .thenReturn(claimed));
                })
                .as(transaction::transactional);
    }

    private static Account account(Payment payment) {
        return new Account(payment.provider(), payment.account());
    }
}
