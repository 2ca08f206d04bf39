package org.tremplin.capacity.share;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** What advisers write beside answers, and what the association says to it. */
@Component
public class Comments {

    public static final int LONGEST = 1000;

    /** Of one grant: a talk, not a chat. */
    private static final int MOST = 100;

    private static final String SELECT =
            "select id, grant_id, item, words, written_at, read_at, reply from capacity.advice_comment ";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Comments(DatabaseClient database, TransactionalOperator transaction, Audit audit, Ids ids, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @return false when there are as many as there may be */
    public Mono<Boolean> write(Grant grant, String item, String words) {
        return database.sql("""
                insert into capacity.advice_comment (id, association_id, grant_id, item, words, written_at)
                select :id, :association, :grant, :item, :words, :now
                where (select count(*) from capacity.advice_comment where grant_id = :grant) < :most
                """)
                .bind("id", ids.next())
                .bind("association", grant.association().value())
                .bind("grant", grant.id())
                .bind("item", item)
                .bind("words", words)
                .bind("now", clock.instant())
                .bind("most", MOST)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Those of one adviser's grant, the earliest first. */
    public Mono<List<Comment>> of(Grant grant) {
        return database.sql(SELECT + "where grant_id = :grant order by written_at, id")
                .bind("grant", grant.id())
                .map(Comments::comment)
                .all()
                .collectList();
    }

    /** All that an association was told, what it has not read first. */
    public Mono<List<Comment>> of(AssociationId association) {
        return database.sql(SELECT + """
                where association_id = :association order by read_at is not null, written_at desc, id limit 200
                """)
                .bind("association", association.value())
                .map(Comments::comment)
                .all()
                .collectList();
    }

    Mono<Comment> find(AssociationId association, UUID comment) {
        return database.sql(SELECT + "where association_id = :association and id = :id")
                .bind("association", association.value())
                .bind("id", comment)
                .map(Comments::comment)
                .one();
    }

    /**
     * Says that it was read, with an answer or without.
     *
     * @param seen the answer that this one replaces; empty where its writer saw none
     * @return false when somebody else answered meanwhile; empty when there is no such comment here
     */
    Mono<Boolean> read(AssociationId association, UUID comment, String reply, String seen, SignedInPerson by) {
        return database.sql("""
                update capacity.advice_comment set read_at = coalesce(read_at, :now),
                  reply = case when :reply = '' then reply else :reply end,
                  replied_by = case when :reply = '' then replied_by else :by end
                where association_id = :association and id = :id and (:reply = '' or reply in (:seen, :reply))
                """)
                .bind("now", clock.instant())
                .bind("reply", reply)
                .bind("seen", seen)
                .bind("by", by.id())
                .bind("association", association.value())
                .bind("id", comment)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(done -> audit.note("capacity.comment-read", by.id(), association.value(), comment)
                        .thenReturn(true))
                .switchIfEmpty(find(association, comment).map(answered -> false))
                .as(transaction::transactional);
    }

    private static Comment comment(Readable row) {
        return new Comment(
                row.get("id", UUID.class),
                row.get("grant_id", UUID.class),
                text(row, "item"),
                text(row, "words"),
                row.get("written_at", Instant.class),
                row.get("read_at", Instant.class),
                text(row, "reply"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
