package org.tremplin.platform.event;

import java.time.Instant;
import java.time.Period;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** Deletes facts that every handler was done with long ago; one that is stuck or waits keeps its fact. */
@Component
class EventForgetting implements Retention {

    private static final Term KEPT = Term.fixed(Period.ofDays(90));

    private final DatabaseClient database;

    EventForgetting(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Holding holding() {
        return Holding.of("facts", Basis.LEGITIMATE_INTEREST, KEPT);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
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
                .bind("before", KEPT.before(now))
                .bind("batch", most)
                .fetch()
                .rowsUpdated();
    }
}
