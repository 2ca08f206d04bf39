package org.tremplin.platform.alarm;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Raises what an operator must know of; anyone may, {@code operation} shows it. */
@Component
public class Alarms {

    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

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
                returning xmax = 0 as opened
                """)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("now", clock.instant())
                .bind("cause", cause)
                .bind("next", nextStep)
                .map(row -> Boolean.TRUE.equals(row.get("opened", Boolean.class)))
                .one()
                // once: what is seen again and again must not fill the log
                .doOnNext(opened -> {
                    if (opened) {
                        log.warn("Alarm {} ({}): {}", kind, subject, cause);
                    }
                })
                .then();
    }
}
