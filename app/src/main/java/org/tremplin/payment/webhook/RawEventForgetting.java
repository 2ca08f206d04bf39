package org.tremplin.payment.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deletes what the provider told long ago: the books hold what came of it, the provider has the original. */
@Component
class RawEventForgetting {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 1_000;

    private final DatabaseClient database;
    private final Clock clock;

    RawEventForgetting(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 8, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    Mono<Long> forgetOld() {
        Mono<Long> batch = database.sql("""
                delete from payment.provider_event where (account, event_id) in (
                  select account, event_id from payment.provider_event where received_at < :before
                  limit :batch for update skip locked)
                """)
                .bind("before", clock.instant().minus(KEPT))
                .bind("batch", BATCH)
                .fetch()
                .rowsUpdated();
        return batch.expand(gone -> gone < BATCH ? Mono.empty() : batch).reduce(0L, Long::sum);
    }
}
