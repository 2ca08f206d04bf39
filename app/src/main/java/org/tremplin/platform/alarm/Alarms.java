package org.tremplin.platform.alarm;

import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Raises what an operator must know of; anyone may, {@code operation} shows it. */
@Component
public class Alarms {

    private final DatabaseClient database;
    private final Clock clock;

    Alarms(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens an alarm or, when the same is open, notes that it was seen again. No personal data in any argument. */
    public Mono<Void> raise(String kind, String subject, String cause, String nextStep) {
        return database.sql("""
                insert into platform.alarm (kind, subject, first_seen, last_seen, cause, next_step)
                values (:kind, :subject, :now, :now, :cause, :next)
                on conflict (kind, subject) where closed_at is null
                do update set last_seen = excluded.last_seen, cause = excluded.cause
                """)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("now", clock.instant())
                .bind("cause", cause)
                .bind("next", nextStep)
                .then();
    }
}
