package org.tremplin.donation.donor;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Finds and locks gifts whose time is over, and does with them what is to be done, in one transaction. */
@Component
class OldGifts {

    private final TransactionalOperator transaction;

    OldGifts(TransactionalOperator transaction) {
        this.transaction = transaction;
    }

    /** @param found a statement that locks rows and gives their {@code id} */
    Mono<Long> each(DatabaseClient.GenericExecuteSpec found, Function<List<UUID>, Mono<Void>> act) {
        return found.map(row -> row.get("id", UUID.class))
                .all()
                .collectList()
                .flatMap(ids -> (ids.isEmpty() ? Mono.<Void>empty() : act.apply(ids)).thenReturn((long) ids.size()))
                .as(transaction::transactional);
    }
}
