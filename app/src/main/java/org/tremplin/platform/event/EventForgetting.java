package org.tremplin.platform.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deletes facts that every handler was done with long ago; one that is stuck or waits keeps its fact. */
@Component
class EventForgetting {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 1_000;

    private final DatabaseClient database;
    private final Clock clock;

    EventForgetting(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    Mono<Long> forgetOld() {
        Mono<Long> batch = Mono.defer(() -> forget(clock.instant().minus(KEPT)));
        return batch.expand(gone -> gone < BATCH ? Mono.empty() : batch).reduce(0L, Long::sum);
    }

    private Mono<Long> forget(Instant before) {
        return database.sql("""
                with old as materialized (
                  select id from platform.event event
                  where recorded_at < :before and not exists (
                    select 1 from platform.delivery delivery
                    where delivery.event_id = event.id
                      and (delivery.state <> 'DONE' or delivery.done_at is null or delivery.done_at >= :before))
                  limit :batch for update skip locked),
                delivered as (
                  delete from platform.delivery where event_id in (select id from old))
                delete from platform.event where id in (select id from old)
                """)
                .bind("before", before)
                .bind("batch", BATCH)
                .fetch()
                .rowsUpdated();
    }
}
