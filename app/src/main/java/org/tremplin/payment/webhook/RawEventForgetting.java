package org.tremplin.payment.webhook;

import java.time.Instant;
import java.time.Period;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** Deletes what the provider told long ago: the books hold what came of it, the provider has the original. */
@Component
class RawEventForgetting implements Retention {

    private static final Term KEPT = Term.fixed(Period.ofDays(90));

    private final DatabaseClient database;

    RawEventForgetting(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Holding holding() {
        return Holding.of("provider-events", Basis.LEGITIMATE_INTEREST, KEPT);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                delete from payment.provider_event where (account, event_id) in (
                  select account, event_id from payment.provider_event where received_at < :before
                  limit :batch for update skip locked)
                """)
                .bind("before", KEPT.before(now))
                .bind("batch", most)
                .fetch()
                .rowsUpdated();
    }
}
