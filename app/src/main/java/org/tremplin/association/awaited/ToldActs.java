package org.tremplin.association.awaited;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What each person was told of, so that nothing is told twice. */
@Component
class ToldActs {

    /** By then an act is done or forgotten; ids only, nothing of a person. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final DatabaseClient database;

    ToldActs(DatabaseClient database) {
        this.database = database;
    }

    /** Pairs of a person and the key of an act. */
    record Told(UUID person, String act) {}

    Mono<Set<Told>> of(Collection<UUID> people, Collection<String> acts) {
        return database.sql("""
                select person_id, act from association.told_act
                where person_id = any(:people) and act = any(:acts)
                """)
                .bind("people", people.toArray(UUID[]::new))
                .bind("acts", acts.toArray(String[]::new))
                .map(row -> new Told(row.get("person_id", UUID.class), row.get("act", String.class)))
                .all()
                .collect(Collectors.toSet());
    }

    /** When each of these people was last told of anything. */
    Mono<Map<UUID, Instant>> last(Collection<UUID> people) {
        return database.sql("""
                select person_id, max(told_at) as last from association.told_act
                where person_id = any(:people) group by person_id
                """)
                .bind("people", people.toArray(UUID[]::new))
                .map(row -> Map.entry(row.get("person_id", UUID.class), row.get("last", Instant.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * Notes these as told and says which were not before; of two instances at once only one gets each. Before the
     * caller's commit the other waits.
     */
    Mono<Set<String>> claim(UUID person, List<String> acts, Instant now) {
        return database.sql("""
                insert into association.told_act (person_id, act, told_at)
                select :person, act, :now from unnest(:acts) as told(act) order by act
                on conflict do nothing returning act
                """)
                .bind("person", person)
                .bind("now", now)
                .bind("acts", acts.stream().distinct().toArray(String[]::new))
                .map(row -> row.get("act", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                delete from association.told_act where (person_id, act) in (
                  select person_id, act from association.told_act where told_at < :before limit :most)
                """)
                .bind("before", now.minus(KEPT))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }
}
