package org.tremplin.capacity.experience;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Comments on sheets of others, one of an association on each. */
@Component
class SignedComments {

    private static final int MOST = 200;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    SignedComments(DatabaseClient database, TransactionalOperator transaction, Audit audit, Ids ids, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those that an association signed, the latest first. */
    Mono<List<SignedComment>> of(AssociationId association) {
        return database.sql("select " + SignedComment.COLUMNS + """
                from capacity.experience_comment comment where association_id = :association
                order by sent_at desc, id desc limit :most
                """)
                .bind("association", association.value())
                .bind("most", MOST)
                .map(SignedComment::of)
                .all()
                .collectList();
    }

    Mono<SignedComment> find(AssociationId association, UUID experience) {
        return database.sql("select " + SignedComment.COLUMNS + """
                from capacity.experience_comment comment
                where association_id = :association and experience_id = :experience
                """)
                .bind("association", association.value())
                .bind("experience", experience)
                .map(SignedComment::of)
                .one();
    }

    /**
     * Waits to be read.
     *
     * @param version of the comment that came back and that the words replace
     * @return false when one is there that did not come back, or was changed, or the sheet is not public or its own
     */
    Mono<Boolean> send(
            AssociationId association, UUID experience, String words, String consent, int version, SignedInPerson by) {
        return database.sql("""
                insert into capacity.experience_comment as comment
                  (id, experience_id, association_id, written_by, words, consent, state, sent_at)
                select :id, sheet.id, :association, :by, :words, :consent, 'SENT', :now
                from capacity.experience sheet where sheet.id = :experience and sheet.state = 'PUBLISHED'
                  and sheet.association_id is distinct from :association
                on conflict on constraint experience_comment_once do update
                  set written_by = excluded.written_by, words = excluded.words, consent = excluded.consent, state = 'SENT',
                    sent_at = excluded.sent_at, reason = '', version = comment.version + 1
                  where comment.state = 'RETURNED' and comment.version = :version
                returning id
                """)
                .bind("id", ids.next())
                .bind("association", association.value())
                .bind("by", by.id())
                .bind("words", words)
                .bind("consent", consent)
                .bind("version", version)
                .bind("now", clock.instant())
                .bind("experience", experience)
                .map(row -> row.get("id", UUID.class))
                .one()
                .flatMap(id -> audit.note("capacity.experience-commented", association.value(), id)
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** Gone for good, whatever its state. */
    Mono<Boolean> withdraw(AssociationId association, UUID experience) {
        return database.sql("""
                delete from capacity.experience_comment
                where association_id = :association and experience_id = :experience returning id
                """)
                .bind("association", association.value())
                .bind("experience", experience)
                .map(row -> row.get("id", UUID.class))
                .one()
                .flatMap(id -> audit.note("capacity.experience-comment-withdrawn", association.value(), id)
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }
}
