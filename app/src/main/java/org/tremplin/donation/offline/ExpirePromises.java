package org.tremplin.donation.offline;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.donation.OfflineState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets promises go whose day passed; nobody is reminded, for a gift is no debt. What comes later is still received. Safe
 * to run twice, or on two instances at once.
 */
@Component
class ExpirePromises {

    private static final int BATCH = 200;

    private final OfflinePayments payments;
    private final Promises promises;
    private final TransactionalOperator transaction;

    ExpirePromises(OfflinePayments payments, Promises promises, TransactionalOperator transaction) {
        this.payments = payments;
        this.promises = promises;
        this.transaction = transaction;
    }

    /** @return how many were let go */
    @Scheduled(initialDelay = 3, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Long> letGo() {
        Mono<Integer> batch = payments.lockOver(BATCH)
                .flatMap(over -> Flux.fromIterable(over)
                        .concatMap(promise -> promises.giveUp(promise, OfflineState.EXPIRED))
                        .then(Mono.just(over.size())))
                .as(transaction::transactional);
        return batch.expand(gone -> gone < BATCH ? Mono.empty() : batch).reduce(0L, Long::sum);
    }
}
