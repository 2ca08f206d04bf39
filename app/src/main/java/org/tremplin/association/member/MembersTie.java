package org.tremplin.association.member;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Tie;
import reactor.core.publisher.Flux;

/** Members of a team are needed: the association answers for who acts in its name. */
@Component
class MembersTie implements Tie {

    private final DatabaseClient database;
    private final Clock clock;

    MembersTie(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Flux<UUID> tied(Collection<UUID> people) {
        return database.sql("""
                select distinct person_id from association.member
                where ended_at is null and (until is null or until >= :yesterday) and person_id = any(:people)
                """)
                // no zone is more than a day behind
                .bind(
                        "yesterday",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1))
                .bind("people", people.toArray(UUID[]::new))
                .map(row -> row.get("person_id", UUID.class))
                .all();
    }
}
