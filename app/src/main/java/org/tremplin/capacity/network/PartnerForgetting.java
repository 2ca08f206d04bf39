package org.tremplin.capacity.network;

import java.time.Instant;
import java.time.Period;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.ErasesAgain;
import org.tremplin.platform.privacy.Erasures;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes removed partners, whose names may be those of persons, once nobody can bring them back. */
@Component
class PartnerForgetting implements Retention, ErasesAgain {

    private static final String KIND = "partner";
    private static final Term UNDO = Term.fixed(Period.ofDays((int) Partners.UNDO.toDays()));

    private final DatabaseClient database;
    private final PartnersGone gone;
    private final Erasures erasures;
    private final TransactionalOperator transaction;

    PartnerForgetting(
            DatabaseClient database, PartnersGone gone, Erasures erasures, TransactionalOperator transaction) {
        this.database = database;
        this.gone = gone;
        this.erasures = erasures;
        this.transaction = transaction;
    }

    @Override
    public Holding holding() {
        return Holding.of("partners", Basis.LEGITIMATE_INTEREST, UNDO);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                select id from capacity.partner where removed_at < :before
                order by removed_at limit :most for update skip locked
                """)
                .bind("before", UNDO.before(now))
                .bind("most", most)
                .map(row -> row.get("id", UUID.class))
                .all()
                .collectList()
                .flatMap(gone::delete)
                .flatMap(deleted -> Flux.fromIterable(deleted)
                        .concatMap(id -> erasures.done(KIND, id.toString()))
                        .then(Mono.just((long) deleted.size())))
                .as(transaction::transactional);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> again(Set<String> subjects) {
        return gone.delete(subjects.stream().map(UUID::fromString).toList()).then();
    }
}
