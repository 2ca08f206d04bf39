package org.tremplin.capacity.share;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Whether an association lets its results count in figures of its peers, which are made later: off until it says so. */
@Component
class PeerConsents {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    PeerConsents(DatabaseClient database, TransactionalOperator transaction, Audit audit, Ids ids, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Its last word; empty when it never said one. */
    Mono<Optional<Word>> of(AssociationId association) {
        return database.sql("""
                select given, said_at from capacity.peer_consent
                where association_id = :association order by said_at desc, id desc limit 1
                """)
                .bind("association", association.value())
                .map(row -> new Word(
                        Boolean.TRUE.equals(row.get("given", Boolean.class)), row.get("said_at", Instant.class)))
                .one()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** Saying the same again adds nothing. */
    Mono<Void> say(AssociationId association, boolean given, SignedInPerson by) {
        return of(association)
                .filter(before -> before.map(Word::given).orElse(false) != given)
                .flatMap(before -> database.sql("""
                                insert into capacity.peer_consent (id, association_id, given, said_by, said_at)
                                values (:id, :association, :given, :by, :now)
                                """)
                        .bind("id", ids.next())
                        .bind("association", association.value())
                        .bind("given", given)
                        .bind("by", by.id())
                        .bind("now", clock.instant())
                        .then()
                        .then(audit.note(
                                given ? "capacity.peers-joined" : "capacity.peers-left",
                                by.id(),
                                association.value(),
                                association.value())))
                .as(transaction::transactional);
    }

    record Word(boolean given, Instant at) {}
}
