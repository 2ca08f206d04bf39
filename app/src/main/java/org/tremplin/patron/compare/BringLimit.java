package org.tremplin.patron.compare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/**
 * How much one neighbourhood brings in a day: so that nobody fills the shelf, or makes this server knock at others all
 * day. Two at the same moment may pass the limit by one.
 */
@Component
class BringLimit implements Retention {

    /** An office of patrons behind one address compares all day long. */
    static final int MOST = 100;

    private static final Term KEPT = Term.fixed(Period.ofDays(30));
    private static final Duration DAY = Duration.ofDays(1);

    private final DatabaseClient database;
    private final Clock clock;

    BringLimit(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes so many more, or gives false: then none of them may be read. */
    Mono<Boolean> allow(String block, int more) {
        Instant now = clock.instant();
        return database.sql("""
                insert into patron.bringing (address_block, at)
                select :block, :now from generate_series(1, :more)
                where (select count(*) from patron.bringing where address_block = :block and at > :day) + :more <= :most
                """)
                .bind("block", block)
                .bind("now", now)
                .bind("more", more)
                .bind("day", now.minus(DAY))
                .bind("most", MOST)
                .fetch()
                .rowsUpdated()
                .map(noted -> noted > 0);
    }

    @Override
    public Holding holding() {
        return Holding.of("comparisons", Basis.LEGITIMATE_INTEREST, Term.fixed(Period.ofDays(1)), KEPT);
    }

    /** Neighbourhoods after a day, files after thirty. */
    @Override
    public Mono<Long> forget(Instant now, int most) {
        return gone("""
                delete from patron.bringing where id in (
                  select id from patron.bringing where at < :before order by id limit :most)
                """, now.minus(DAY), most).zipWith(gone("""
                delete from patron.brought_file where token_hash in (
                  select token_hash from patron.brought_file where brought_at < :before
                  order by brought_at limit :most)
                """, KEPT.before(now), most), Math::max);
    }

    private Mono<Long> gone(String sql, Instant before, int most) {
        return database.sql(sql)
                .bind("before", before)
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }
}
