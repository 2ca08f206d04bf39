package org.tremplin.capacity.experience;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
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
import reactor.core.publisher.Mono;

/** What nobody took up again, and who wrote what is public: both go after a year. */
@Component
class ExperienceData implements Retention, PersonalData {

    private static final Term KEPT = Term.fixed(Period.ofYears(1));

    private static final List<String> FORGETTING = List.of("""
            delete from capacity.experience where id in (
              select id from capacity.experience where state <> 'PUBLISHED'
                and changed_at < :before limit :most for update skip locked)
            """, """
            delete from capacity.experience_comment where id in (
              select id from capacity.experience_comment where state <> 'PUBLISHED'
                and greatest(sent_at, decided_at) < :before
              limit :most for update skip locked)
            """, """
            update capacity.experience set written_by = null where id in (
              select id from capacity.experience where written_by is not null and state = 'PUBLISHED'
                and decided_at < :before limit :most for update skip locked)
            """, """
            update capacity.experience_comment set written_by = null where id in (
              select id from capacity.experience_comment where written_by is not null and state = 'PUBLISHED'
                and decided_at < :before limit :most for update skip locked)
            """);

    private final DatabaseClient database;
    private final People people;
    private final TransactionalOperator transaction;

    ExperienceData(DatabaseClient database, People people, TransactionalOperator transaction) {
        this.database = database;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public Holding holding() {
        return Holding.of("experiences", Basis.LEGITIMATE_INTEREST, KEPT);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        Mono<Long> gone = Mono.just(0L);
        for (String step : FORGETTING) {
            gone = gone.flatMap(before -> before >= most
                    ? Mono.just(before)
                    : step(step, now, most - before).map(more -> before + more));
        }
        return gone.as(transaction::transactional);
    }

    private Mono<Long> step(String sql, Instant now, long most) {
        return database.sql(sql)
                .bind("before", KEPT.before(now))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return people.findByEmail(subject.email())
                .flatMapMany(person -> database.sql("""
                                select helped || E'\\n' || otherwise || E'\\n' || advice as words, state, changed_at as at
                                from capacity.experience where written_by = :person
                                union all
                                select words, state, sent_at from capacity.experience_comment where written_by = :person
                                order by at
                                """)
                        .bind("person", person.id())
                        .map(row -> Map.<String, Object>of(
                                "words", Experience.text(row, "words"),
                                "state", Experience.text(row, "state"),
                                "at", String.valueOf(row.get("at", Instant.class))))
                        .all())
                .as(rows -> PersonalData.listed("experiences", rows));
    }

    /** Sheets name nobody and comments are signed by the association: who wrote them is cut off. */
    @Override
    public Mono<Void> erase(Subject subject) {
        return people.findByEmail(subject.email())
                .flatMap(person -> database.sql("""
                                with sheets as (
                                  update capacity.experience set written_by = null where written_by = :person)
                                update capacity.experience_comment set written_by = null where written_by = :person
                                """).bind("person", person.id()).then());
    }
}
