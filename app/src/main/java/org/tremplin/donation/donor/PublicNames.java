package org.tremplin.donation.donor;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.donation.PublicNameWithdrawn;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.privacy.ErasesAgain;
import org.tremplin.platform.privacy.Erasures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the first name of a gift out of what everybody sees; what was taken out stays out after a restore. */
@Component
class PublicNames implements ErasesAgain {

    private static final String KIND = "public-name";

    private final DatabaseClient database;
    private final EventLog log;
    private final Erasures erasures;
    private final TransactionalOperator transaction;

    PublicNames(DatabaseClient database, EventLog log, Erasures erasures, TransactionalOperator transaction) {
        this.database = database;
        this.log = log;
        this.erasures = erasures;
        this.transaction = transaction;
    }

    /** A second time there is nothing left to do. */
    Mono<Void> withdraw(UUID gift) {
        return hide(gift)
                .flatMap(hidden -> erasures.done(KIND, gift.toString()))
                .as(transaction::transactional);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> again(Set<String> gifts) {
        return Flux.fromIterable(gifts)
                .map(UUID::fromString)
                .concatMap(this::hide)
                .then();
    }

    private Mono<Boolean> hide(UUID gift) {
        return database.sql("""
                update donation.donation set public_name = false where id = :id and public_name returning campaign_id
                """)
                .bind("id", gift)
                .map(row -> new PublicNameWithdrawn(gift, row.get("campaign_id", UUID.class)))
                .one()
                .flatMap(fact -> log.append(List.of(fact)).thenReturn(true));
    }
}
