package org.tremplin.patron.evaluation;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.identity.People;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Remainder;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Questions and answers: said in the name of an organisation or an association, for two years after the last word. */
@Component
class QuestionForgetting implements Retention, PersonalData {

    private static final Term KEPT = Term.fixed(Period.ofYears(2));
    private static final Term LINKS = Term.fixed(Threads.KEY_LIFE);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final People people;

    QuestionForgetting(DatabaseClient database, TransactionalOperator transaction, People people) {
        this.database = database;
        this.transaction = transaction;
        this.people = people;
    }

    @Override
    public Holding holding() {
        return Holding.of("patron-questions", Basis.LEGITIMATE_INTEREST, KEPT, LINKS);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        Mono<Long> threads = delete("""
                delete from patron.thread where id in (
                  select id from patron.thread where begun_at < :before and not exists (
                    select 1 from patron.thread_word where thread_id = thread.id and written_at >= :before)
                  order by begun_at limit :most for update skip locked)
                """, KEPT.before(now), most);
        Mono<Long> links = delete("""
                delete from patron.thread_key where token_hash in (
                  select token_hash from patron.thread_key where made_at < :before
                  order by made_at limit :most for update skip locked)
                """, LINKS.before(now), most);
        return Flux.concat(threads, links).reduce(0L, Math::max).as(transaction::transactional);
    }

    private Mono<Long> delete(String sql, Instant before, int most) {
        return database.sql(sql)
                .bind("before", before)
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return people.findByEmail(subject.email())
                .flatMapMany(person -> database.sql("""
                                select side, body, written_at from patron.thread_word
                                where person_id = :person order by written_at, id
                                """)
                        .bind("person", person.id())
                        .map(row -> Map.<String, Object>of(
                                "side", String.valueOf(row.get("side", String.class)),
                                "words", String.valueOf(row.get("body", String.class)),
                                "written_at", String.valueOf(row.get("written_at", Instant.class))))
                        .all())
                .as(rows -> PersonalData.listed("patron_questions", rows));
    }

    /** The links of the person end; what they said in another's name stays, and names them nowhere. */
    @Override
    public Mono<Void> erase(Subject subject) {
        return people.findByEmail(subject.email())
                .flatMap(person -> database.sql("delete from patron.thread_key where person_id = :person")
                        .bind("person", person.id())
                        .then())
                .as(transaction::transactional);
    }

    /** An organisation goes with its last person, and what was said with it: of that, nothing remains. */
    @Override
    public Flux<Remainder> remains(Subject subject) {
        return people.findByEmail(subject.email())
                .flatMapMany(person -> database.sql("""
                                select count(*) from patron.thread_word join patron.thread on thread.id = thread_id
                                where thread_word.person_id = :person and exists (
                                  select 1 from patron.company_member member
                                  where member.company_id = thread.company_id and member.person_id <> :person)
                                """)
                        .bind("person", person.id())
                        .map(row -> row.get(0, Long.class))
                        .all())
                .filter(count -> count > 0)
                .map(count -> new Remainder("patron-questions", count, null));
    }
}
