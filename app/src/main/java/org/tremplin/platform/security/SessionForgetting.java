package org.tremplin.platform.security;

import java.time.Instant;
import java.time.Period;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** Deletes sessions older than their life: they open nothing any more, and say where somebody was. */
@Component
class SessionForgetting implements Retention {

    private static final Term LIFE = Term.fixed(Period.ofDays((int) Sessions.LIFE.toDays()));

    private final DatabaseClient database;

    SessionForgetting(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Holding holding() {
        return Holding.of("sessions", Basis.CONTRACT, LIFE);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                delete from platform.session where token_hash = any(array(
                  select token_hash from platform.session where created_at <= :oldest
                  limit :batch for update skip locked))
                """)
                .bind("oldest", LIFE.before(now))
                .bind("batch", most)
                .fetch()
                .rowsUpdated();
    }
}
