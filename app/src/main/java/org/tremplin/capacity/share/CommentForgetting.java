package org.tremplin.capacity.share;

import java.time.Instant;
import java.time.Period;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** What advisers wrote, for as long as the next diagnosis may still be read beside it. */
@Component
class CommentForgetting implements Retention {

    private static final Term KEPT = Term.fixed(Period.ofYears(2));

    private final DatabaseClient database;

    CommentForgetting(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Holding holding() {
        return Holding.of("comments", Basis.CONSENT, KEPT);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                delete from capacity.advice_comment where id in (
                  select id from capacity.advice_comment where written_at < :before
                  order by written_at limit :most for update skip locked)
                """)
                .bind("before", KEPT.before(now))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }
}
