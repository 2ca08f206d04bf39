package org.tremplin.capacity.share;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** What an association shows everybody: nothing until it says so, and nothing again from the moment it takes it back. */
@Component
public class PublicShares {

    /** More choices are not told. */
    private static final int MOST = 50;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    PublicShares(DatabaseClient database, TransactionalOperator transaction, Audit audit, Ids ids, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Its choices, the latest first: that one holds. Empty where it never chose. */
    public Mono<List<Choice>> of(AssociationId association) {
        return choices(association, MOST);
    }

    /** The rows that everybody sees now. */
    public Mono<Set<Shared>> open(AssociationId association) {
        return choices(association, 1)
                .map(latest -> latest.isEmpty() ? Set.of() : latest.get(0).rows());
    }

    private Mono<List<Choice>> choices(AssociationId association, int most) {
        return database.sql("""
                select shown, set_at from capacity.public_share
                where association_id = :association order by set_at desc, id desc limit :most
                """)
                .bind("association", association.value())
                .bind("most", most)
                .map(PublicShares::choice)
                .all()
                .collectList();
    }

    /** From now on everybody sees these rows and no other; the same again adds nothing. */
    public Mono<Void> choose(AssociationId association, Collection<Shared> rows, SignedInPerson by) {
        Set<Shared> wanted = Set.copyOf(rows);
        return open(association)
                .filter(before -> !before.equals(wanted))
                .flatMap(before -> insert(association, wanted, by)
                        .then(audit.note(
                                wanted.isEmpty() ? "capacity.public-closed" : "capacity.public-opened",
                                by.id(),
                                association.value(),
                                association.value())))
                .as(transaction::transactional);
    }

    private Mono<Void> insert(AssociationId association, Set<Shared> rows, SignedInPerson by) {
        return database.sql("""
                insert into capacity.public_share (id, association_id, shown, set_by, set_at)
                values (:id, :association, :shown, :by, :now)
                """)
                .bind("id", ids.next())
                .bind("association", association.value())
                .bind("shown", Grants.names(rows))
                .bind("by", by.id())
                .bind("now", clock.instant())
                .then();
    }

    private static Choice choice(Readable row) {
        return new Choice(row.get("set_at", Instant.class), Grants.rows(row));
    }

    /** What everybody saw from a moment on. */
    public record Choice(Instant at, Set<Shared> rows) {}
}
