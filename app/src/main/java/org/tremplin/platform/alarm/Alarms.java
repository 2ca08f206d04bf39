package org.tremplin.platform.alarm;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.alarm.Alarm.Because;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Raises what an operator must know of; anyone may, {@code operation} shows it. */
@Component
public class Alarms {

    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private static final String COLUMNS =
            "id, kind, subject, first_seen, last_seen, cause, next_step, closed_at," + " closed_because ";
    private static final String SELECT = "select " + COLUMNS + "from platform.alarm ";
    private static final String RETURNING = " returning " + COLUMNS;

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

    /** Those that are open, the newest first. */
    public Flux<Alarm> open() {
        return database.sql(SELECT + "where closed_at is null order by first_seen desc, id desc limit 200")
                .map(Alarms::alarm)
                .all();
    }

    /** The last that were closed, the newest first. */
    public Flux<Alarm> closed(int most) {
        return database.sql(SELECT + "where closed_at is not null order by closed_at desc, id desc limit :most")
                .bind("most", most)
                .map(Alarms::alarm)
                .all();
    }

    /** Subjects of the open ones of a kind, the oldest first. */
    public Flux<String> subjects(String kind, int most) {
        return database.sql("select subject from platform.alarm where closed_at is null and kind = :kind"
                        + " order by id limit :most")
                .bind("kind", kind)
                .bind("most", most)
                .map(row -> row.get("subject", String.class))
                .all();
    }

    /** Closes it; when the same happens again, another one opens. Gives the closed one; empty when it was not open. */
    public Mono<Alarm> close(long id, Because because) {
        return database.sql("update platform.alarm set closed_at = :now, closed_because = :because"
                        + " where id = :id and closed_at is null" + RETURNING)
                .bind("now", clock.instant())
                .bind("because", because.name())
                .bind("id", id)
                .map(Alarms::alarm)
                .one();
    }

    /** Closes the open one of this kind and subject, if there is one: what it says holds no more. */
    public Mono<Void> close(String kind, String subject) {
        return database.sql("""
                update platform.alarm set closed_at = :now, closed_because = 'ITSELF'
                where kind = :kind and subject = :subject and closed_at is null
                """)
                .bind("now", clock.instant())
                .bind("kind", kind)
                .bind("subject", subject)
                .then();
    }

    /**
     * Takes the open alarms that nobody was told of, and notes that somebody was: inside the transaction that queues the
     * mail, so that of several instances one tells, once.
     */
    public Flux<Alarm> claimUntold() {
        return database.sql("""
                update platform.alarm set mailed_at = :now
                where id in (
                  select id from platform.alarm where closed_at is null and mailed_at is null
                  order by id limit 50 for update skip locked)
                """ + RETURNING)
                .bind("now", clock.instant())
                .map(Alarms::alarm)
                .all();
    }

    private static Alarm alarm(Readable row) {
        String because = row.get("closed_because", String.class);
        return new Alarm(
                row.get("id", Long.class),
                row.get("kind", String.class),
                row.get("subject", String.class),
                row.get("first_seen", Instant.class),
                row.get("last_seen", Instant.class),
                row.get("cause", String.class),
                row.get("next_step", String.class),
                row.get("closed_at", Instant.class),
                because == null ? null : Because.valueOf(because));
    }
}
