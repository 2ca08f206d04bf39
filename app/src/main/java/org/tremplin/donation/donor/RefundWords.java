package org.tremplin.donation.donor;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** Why somebody wanted a gift back, and what they were answered. */
@Component
class RefundWords implements Retention {

    private final DatabaseClient database;
    private final Term kept;

    RefundWords(DatabaseClient database, KeepSettings settings) {
        this.database = database;
        this.kept = settings.wordsTerm();
    }

    @Override
    public Holding holding() {
        return Holding.of("refund-words", Basis.LEGITIMATE_INTEREST, kept);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                update donation.refund_request set reason = null, answer = null where id in (
                  select id from donation.refund_request
                  where (reason is not null or answer is not null) and answered_at < :before
                  order by asked_at limit :most for update skip locked)
                """)
                .bind("before", kept.before(now))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }
}
