package org.tremplin.capacity.diagnosis;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.identity.People;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** Who answered: cut from the answers once nobody comes back to them; results hold no person. */
@Component
class RespondentForgetting implements Retention, PersonalData {

    /** A year is the longest time between two diagnoses. */
    private static final Term KEPT = Term.fixed(Period.ofYears(1));

    private final DatabaseClient database;
    private final People people;

    RespondentForgetting(DatabaseClient database, People people) {
        this.database = database;
        this.people = people;
    }

    @Override
    public Holding holding() {
        return Holding.of("diagnoses", Basis.LEGITIMATE_INTEREST, KEPT);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                update capacity.respondent set person_id = null, mediator = '' where id in (
                  select respondent.id from capacity.respondent join capacity.assessment on assessment.id = assessment_id
                  where (person_id is not null or mediator <> '') and coalesce(done_at, assessment.started_at) < :before
                  limit :most)
                """)
                .bind("before", KEPT.before(now))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Map<String, Object>> copy(Subject subject) {
        return people.findByEmail(subject.email())
                .flatMapMany(person -> database.sql("""
                                select role, mode, respondent.started_at, coalesce(string_agg(item || ' ' || value, ', ' order by item), '') as answers
                                from capacity.respondent left join capacity.answer on respondent_id = respondent.id
                                where person_id = :person group by respondent.id order by respondent.started_at
                                """)
                        .bind("person", person.id())
                        .map(row -> Map.<String, Object>of(
                                "role", String.valueOf(row.get("role", String.class)),
                                "mode", String.valueOf(row.get("mode", String.class)),
                                "started_at", String.valueOf(row.get("started_at", Instant.class)),
                                "answers", String.valueOf(row.get("answers", String.class))))
                        .all())
                .as(rows -> PersonalData.listed("diagnoses", rows));
    }

    @Override
    public Mono<Void> erase(Subject subject) {
        return people.findByEmail(subject.email())
                .flatMap(person -> database.sql(
                                "update capacity.respondent set person_id = null where person_id = :person")
                        .bind("person", person.id())
                        .then());
    }
}
