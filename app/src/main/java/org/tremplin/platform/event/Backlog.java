package org.tremplin.platform.event;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deliveries that wait and those that were given up, for the person who runs the instance. */
@Component
public class Backlog {

    private final DatabaseClient database;

    Backlog(DatabaseClient database) {
        this.database = database;
    }

    /** Deliveries that wait for their handler. */
    public Mono<Long> waiting() {
        return database.sql("select count(*)::bigint from platform.delivery where state = 'WAITING'")
                .map(row -> row.get(0, Long.class))
                .one();
    }

    /** Given up after too many tries, the oldest first. */
    public Flux<Stuck> stuck() {
        return database.sql("""
                select delivery.handler, delivery.event_id, event.name, event.recorded_at, delivery.attempts,
                  coalesce(delivery.last_error, '') as last_error
                from platform.delivery join platform.event event on event.id = delivery.event_id
                where delivery.state = 'STUCK' order by delivery.event_id limit 100
                """)
                .map(row -> new Stuck(
                        row.get("handler", String.class),
                        row.get("event_id", UUID.class),
                        row.get("name", String.class),
                        row.get("recorded_at", Instant.class),
                        row.get("attempts", Integer.class),
                        row.get("last_error", String.class)))
                .all();
    }

    /** Lets a given-up delivery be tried anew from the first time; false when it is not given up. */
    public Mono<Boolean> setBack(String handler, UUID event) {
        return database.sql("""
                update platform.delivery set state = 'WAITING', attempts = 0, claimed_until = null, next_at = now()
                where handler = :handler and event_id = :event and state = 'STUCK'
                """)
                .bind("handler", handler)
                .bind("event", event)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** When a fact of this kind was last recorded; empty when none is kept. */
    public Mono<Instant> last(Class<? extends Record> fact) {
        return database.sql("select recorded_at from platform.event where name = :name order by id desc limit 1")
                .bind("name", EventLog.kind(fact).name())
                .map(row -> row.get("recorded_at", Instant.class))
                .one();
    }

    /**
     * @param fact stable name of what happened
     * @param error the kind of failure of the last try
     */
    public record Stuck(String handler, UUID event, String fact, Instant recordedAt, int attempts, String error) {

        /** As the alarm about it names it. */
        public String subject() {
            return subject(handler, event);
        }

        public static String subject(String handler, UUID event) {
            return handler + " " + event;
        }
    }
}
