package org.tremplin.platform.persistence;

import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/**
 * Lets several queries see the database as it was at one moment, so that the sums and the list of one page agree whoever
 * writes meanwhile. For what only reads.
 */
@Component
public class OneMoment {

    private final TransactionalOperator reading;

    OneMoment(ReactiveTransactionManager transactions) {
        DefaultTransactionDefinition moment = new DefaultTransactionDefinition();
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
        this.reading = TransactionalOperator.create(transactions, moment);
    }

    public <T> Mono<T> of(Mono<T> queries) {
        return reading.transactional(queries);
    }
}
