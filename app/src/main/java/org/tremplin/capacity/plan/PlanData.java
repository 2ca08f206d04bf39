package org.tremplin.capacity.plan;

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

/** Who took on what: cut from the plan a year after it was done or dropped, or when they ask; the role stays. */
@Component
class PlanData implements Retention, PersonalData {

    private static final Term KEPT = Term.fixed(Period.ofYears(1));

    private final DatabaseClient database;
    private final People people;

    PlanData(DatabaseClient database, People people) {
        this.database = database;
        this.people = people;
    }

    @Override
    public Holding holding() {
        return Holding.of("plans", Basis.LEGITIMATE_INTEREST, KEPT);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                update capacity.plan_action set person_id = null where id in (
                  select id from capacity.plan_action
                  where person_id is not null and state in ('DONE', 'DROPPED') and state_at < :before limit :most)
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
                                select what, state, created_at from capacity.plan_action where person_id = :person
                                order by created_at, id
                                """)
                        .bind("person", person.id())
                        .map(row -> Map.<String, Object>of(
                                "what", String.valueOf(row.get("what", String.class)),
                                "state", String.valueOf(row.get("state", String.class)),
                                "created_at", String.valueOf(row.get("created_at", Instant.class))))
                        .all())
                .as(rows -> PersonalData.listed("planned_actions", rows));
    }

    @Override
    public Mono<Void> erase(Subject subject) {
        return people.findByEmail(subject.email())
                .flatMap(person -> database.sql(
                                "update capacity.plan_action set person_id = null where person_id = :person")
                        .bind("person", person.id())
                        .then());
    }
}
