package org.tremplin.payment.sweep;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.payment.LastSweep;
import reactor.core.publisher.Mono;

/** Tells when the last sweep began, of whichever provider. */
@Component
class ProgressNews implements LastSweep {

    private final DatabaseClient database;

    ProgressNews(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Instant> lastSweep() {
        return database.sql("""
                select started_at from payment.sweep where started_at is not null order by started_at desc limit 1
                """)
                .map(row -> row.get("started_at", Instant.class))
                .one();
    }
}
