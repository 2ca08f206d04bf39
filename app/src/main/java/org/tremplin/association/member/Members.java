package org.tremplin.association.member;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes who acts for an association. */
@Component
public class Members {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Members(DatabaseClient database, TransactionalOperator transaction, Audit audit, Ids ids, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes this person a member, inside the caller's transaction. One who is in stays as they are; one whose last day
     * has passed comes back.
     *
     * @param until last day of access; always for an accountant, never for a president
     */
    public Mono<Void> enter(AssociationId association, UUID person, Role role, @Nullable LocalDate until) {
        Mono<Long> close = database.sql("""
                update association.member m set ended_at = :now
                from association.association a
                where a.id = m.association_id and m.association_id = :association and m.person_id = :person
                  and m.ended_at is null and m.until < (cast(:now as timestamptz) at time zone a.zone)::date
                """)
                .bind("now", clock.instant())
                .bind("association", association.value())
                .bind("person", person)
                .fetch()
                .rowsUpdated();
        Mono<Long> open = withUntil(database.sql("""
                insert into association.member (id, association_id, person_id, role, until, since)
                values (:id, :association, :person, :role, :until, :now)
                on conflict (association_id, person_id) where ended_at is null do nothing
                """), until)
                .bind("id", ids.next())
                .bind("association", association.value())
                .bind("person", person)
                .bind("role", role.name())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated();
        return close.then(open).then();
    }

    /** Everybody who is in or whose last day has passed, presidents first. */
    Flux<Member> of(AssociationId association) {
        return database.sql("""
                select id, person_id, role, until, since
                from association.member
                where association_id = :association and ended_at is null
                order by array_position(array['PRESIDENT', 'TREASURER', 'ACCOUNTANT', 'EDITOR', 'READER'], role), since
                """)
                .bind("association", association.value())
                .map(Members::member)
                .all();
    }

    Mono<Member> find(AssociationId association, UUID member) {
        return database.sql("""
                select id, person_id, role, until, since
                from association.member
                where association_id = :association and id = :member and ended_at is null
                """)
                .bind("association", association.value())
                .bind("member", member)
                .map(Members::member)
                .one();
    }

    /** Gives this member another role or end; refused when no president would be left. */
    Mono<Change> change(AssociationId association, UUID member, Role role, @Nullable LocalDate until) {
        Mono<Long> update = withUntil(database.sql("""
                update association.member set role = :role, until = :until
                where association_id = :association and id = :member and ended_at is null
                """), until)
                .bind("role", role.name())
                .bind("association", association.value())
                .bind("member", member)
                .fetch()
                .rowsUpdated();
        Mono<Change> change = role == Role.PRESIDENT
                ? update.map(Members::changed)
                : lock(association).then(guarded(association, member, update));
        return change.flatMap(done -> noted("member.role-changed", association, member, done))
                .as(transaction::transactional);
    }

    /** Ends this membership at once; refused when no president would be left. */
    Mono<Change> end(AssociationId association, UUID member) {
        Mono<Long> update = database.sql("""
                update association.member set ended_at = :now
                where association_id = :association and id = :member and ended_at is null
                """)
                .bind("now", clock.instant())
                .bind("association", association.value())
                .bind("member", member)
                .fetch()
                .rowsUpdated();
        return lock(association)
                .then(guarded(association, member, update))
                .flatMap(done -> noted("member.ended", association, member, done))
                .as(transaction::transactional);
    }

    private Mono<Change> noted(String act, AssociationId association, UUID member, Change change) {
        if (change != Change.DONE) {
            return Mono.just(change);
        }
        return database.sql("select person_id from association.member where id = :id")
                .bind("id", member)
                .map(row -> row.get("person_id", UUID.class))
                .one()
                .flatMap(person -> audit.note(act, association.value(), person))
                .thenReturn(change);
    }

    /** The last two presidents must not leave at the same moment. */
    private Mono<Void> lock(AssociationId association) {
        return database.sql("select id from association.association where id = :id for update")
                .bind("id", association.value())
                .then();
    }

    private Mono<Change> guarded(AssociationId association, UUID member, Mono<Long> update) {
        return database.sql("""
                select exists (
                  select from association.member
                  where association_id = :association and role = 'PRESIDENT' and ended_at is null and id <> :member)
                """)
                .bind("association", association.value())
                .bind("member", member)
                .map(row -> row.get(0, Boolean.class))
                .one()
                .flatMap(presided -> presided ? update.map(Members::changed) : Mono.just(Change.LAST_PRESIDENT));
    }

    private static Change changed(long rows) {
        return rows == 0 ? Change.GONE : Change.DONE;
    }

    private static GenericExecuteSpec withUntil(GenericExecuteSpec statement, @Nullable LocalDate until) {
        return until == null ? statement.bindNull("until", LocalDate.class) : statement.bind("until", until);
    }

    private static Member member(Readable row) {
        return new Member(
                row.get("id", UUID.class),
                row.get("person_id", UUID.class),
                Role.valueOf(row.get("role", String.class)),
                row.get("until", LocalDate.class),
                row.get("since", Instant.class));
    }

    /** What came of a change. */
    enum Change {
        DONE,
        /** An association always keeps a president. */
        LAST_PRESIDENT,
        /** No such member, or no more. */
        GONE
    }

    /** @param until last day of access */
    record Member(UUID id, UUID person, Role role, @Nullable LocalDate until, Instant since) {

        boolean past(Instant now, ZoneId zone) {
            return until != null && until.isBefore(LocalDate.ofInstant(now, zone));
        }
    }
}
