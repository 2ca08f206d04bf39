package org.tremplin.capacity.share;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.identity.People;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** To whom a diagnosis was opened: the address is cut some time after the end; what was open, and when, stays. */
@Component
class GrantForgetting implements Retention, PersonalData {

    private static final Term UNANSWERED = Term.fixed(Period.ofDays(30));
    private static final Term AFTER_END = Term.fixed(Period.ofYears(1));

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final People people;

    GrantForgetting(DatabaseClient database, TransactionalOperator transaction, People people) {
        this.database = database;
        this.transaction = transaction;
        this.people = people;
    }

    @Override
    public Holding holding() {
        return Holding.of("shares", Basis.CONSENT, UNANSWERED, AFTER_END);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                update capacity.share_grant
                set email = null, person_id = null, revoked_at = coalesce(revoked_at, :now)
                where id in (
                  select id from capacity.share_grant
                  where (email is not null or person_id is not null)
                    and (until_on < :endedOn or revoked_at < :ended
                      or audience = 'ADVISER' and accepted_at is null and granted_at < :unanswered)
                  order by granted_at limit :most for update skip locked)
                """)
                .bind("now", now)
                .bind("endedOn", LocalDate.ofInstant(AFTER_END.before(now), ZoneOffset.UTC))
                .bind("ended", AFTER_END.before(now))
                .bind("unanswered", UNANSWERED.before(now))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return person(subject)
                .flatMap(person -> Mono.zip(grants(subject, person), comments(subject, person)))
                .map(found -> {
                    Map<String, Object> all = new HashMap<>();
                    if (!found.getT1().isEmpty()) {
                        all.put("shares", found.getT1());
                    }
                    if (!found.getT2().isEmpty()) {
                        all.put("comments", found.getT2());
                    }
                    return all;
                })
                .filter(all -> !all.isEmpty());
    }

    private Mono<List<Map<String, Object>>> grants(Subject subject, Optional<UUID> person) {
        return mine("""
                select audience, granted_at, until_on from capacity.share_grant
                where email = :email or person_id = :person order by granted_at
                """, subject, person)
                .map(row -> Map.<String, Object>of(
                        "audience", String.valueOf(row.get("audience", String.class)),
                        "granted_at", String.valueOf(row.get("granted_at", Instant.class)),
                        "until", String.valueOf(row.get("until_on", LocalDate.class))))
                .all()
                .collectList();
    }

    private Mono<List<Map<String, Object>>> comments(Subject subject, Optional<UUID> person) {
        return mine("""
                select words, written_at from capacity.advice_comment where grant_id in (
                  select id from capacity.share_grant where email = :email or person_id = :person) order by written_at
                """, subject, person)
                .map(row -> Map.<String, Object>of(
                        "words", String.valueOf(row.get("words", String.class)),
                        "written_at", String.valueOf(row.get("written_at", Instant.class))))
                .all()
                .collectList();
    }

    @Override
    public Flux<String> addresses() {
        return database.sql("select email from capacity.share_grant where email is not null")
                .map(row -> String.valueOf(row.get("email", String.class)))
                .all();
    }

    /** What an adviser wrote goes with them, and the answers to it; that something was open, and what, stays. */
    @Override
    public Mono<Void> erase(Subject subject) {
        return person(subject)
                .flatMap(person -> mine("""
                                delete from capacity.advice_comment where grant_id in (
                                  select id from capacity.share_grant where email = :email or person_id = :person)
                                """, subject, person)
                        .then()
                        .then(mine("""
                                        update capacity.share_grant
                                        set email = null, person_id = null, revoked_at = coalesce(revoked_at, granted_at)
                                        where email = :email or person_id = :person
                                        """, subject, person).then()))
                .as(transaction::transactional);
    }

    private DatabaseClient.GenericExecuteSpec mine(String sql, Subject subject, Optional<UUID> person) {
        var asked = database.sql(sql).bind("email", subject.email());
        @Nullable UUID id = person.orElse(null);
        return id == null ? asked.bindNull("person", UUID.class) : asked.bind("person", id);
    }

    private Mono<Optional<UUID>> person(Subject subject) {
        return people.findByEmail(subject.email())
                .map(found -> Optional.of(found.id()))
                .defaultIfEmpty(Optional.empty());
    }
}
