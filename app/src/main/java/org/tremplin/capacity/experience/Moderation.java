package org.tremplin.capacity.experience;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.audit.Audit;
import reactor.core.publisher.Mono;

/** What waits to be read before it is public, and what was decided of it. */
@Component
class Moderation {

    /** Read at one time. */
    private static final int MOST = 50;

    static final int LONGEST_REASON = 500;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Clock clock;

    Moderation(DatabaseClient database, TransactionalOperator transaction, Audit audit, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** The longest waiting first. */
    Mono<List<Experience>> sheets() {
        return database.sql("select " + Experience.COLUMNS + """
                from capacity.experience where state = 'SENT' order by sent_at, id limit :most
                """)
                .bind("most", MOST)
                .map(Experience::of)
                .all()
                .collectList();
    }

    /** The longest waiting first; only on sheets that are public. */
    Mono<List<SignedComment>> comments() {
        return database.sql("select " + SignedComment.COLUMNS + """
                from capacity.experience_comment comment join capacity.experience sheet on sheet.id = experience_id
                where comment.state = 'SENT' and sheet.state = 'PUBLISHED' order by comment.sent_at, comment.id limit :most
                """)
                .bind("most", MOST)
                .map(SignedComment::of)
                .all()
                .collectList();
    }

    /**
     * What is public may still be refused; what others said of it goes with it then.
     *
     * @param version of what was read, so that nothing is public that nobody read
     * @return false when it does not wait, is not what was read, or cannot go back to anybody
     */
    Mono<Boolean> decideSheet(UUID id, int version, Verdict verdict, String reason) {
        return decide("""
                with decided as (
                  update capacity.experience set state = :next, reason = :reason, decided_at = :now, changed_at = :now,
                    version = version + 1
                  where id = :id and (state = 'SENT' and version = :version or state = 'PUBLISHED' and :next = 'REFUSED')
                    and (:next <> 'RETURNED' or campaign_id is not null)
                  returning id, association_id),
                unsaid as (
                  delete from capacity.experience_comment
                  where :next = 'REFUSED' and experience_id in (select id from decided))
                select association_id from decided
                """, id, version, verdict, reason, "capacity.experience-" + verdict.act());
    }

    Mono<Boolean> decideComment(UUID id, int version, Verdict verdict, String reason) {
        return decide("""
                update capacity.experience_comment set state = :next, reason = :reason, decided_at = :now,
                  version = version + 1
                where id = :id and (state = 'SENT' and version = :version or state = 'PUBLISHED' and :next = 'REFUSED')
                returning association_id
                """, id, version, verdict, reason, "capacity.experience-comment-" + verdict.act());
    }

    private Mono<Boolean> decide(String sql, UUID id, int version, Verdict verdict, String reason, String act) {
        return database.sql(sql)
                .bind("id", id)
                .bind("version", version)
                .bind("next", verdict.next().name())
                .bind("reason", verdict.saysWhy() ? reason : "")
                .bind("now", clock.instant())
                .map(row -> new Whose(row.get("association_id", UUID.class)))
                .one()
                .flatMap(whose -> audit.note(act, whose.association(), id).thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** @param association none for what came from another instance */
    private record Whose(@Nullable UUID association) {}
}
