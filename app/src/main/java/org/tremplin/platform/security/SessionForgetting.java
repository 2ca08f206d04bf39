package org.tremplin.platform.security;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deletes sessions older than their life: they open nothing any more, and say where somebody was. */
@Component
class SessionForgetting {

    private static final int BATCH = 1_000;

    private final DatabaseClient database;
    private final Clock clock;

    SessionForgetting(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 6, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    Mono<Long> forgetOld() {
        Mono<Long> batch = database.sql("""
                delete from platform.session where token_hash = any(array(
                  select token_hash from platform.session where created_at <= :oldest
                  limit :batch for update skip locked))
                """)
                .bind("oldest", clock.instant().minus(Sessions.LIFE))
                .bind("batch", BATCH)
                .fetch()
                .rowsUpdated();
        return batch.expand(gone -> gone < BATCH ? Mono.empty() : batch).reduce(0L, Long::sum);
    }
}
