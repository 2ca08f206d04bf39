package org.tremplin.transparency.use;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** Forgets to whom an old expense was paid, and what was said before it was approved. What is public stays. */
@Component
class SupplierForgetting implements Retention {

    /** Accounting vouchers (rules.md 1.7, Code de commerce L123-22). */
    private static final Term KEPT = Term.fixed(Period.ofYears(10));

    private final DatabaseClient database;

    SupplierForgetting(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Holding holding() {
        return Holding.of("suppliers", Basis.LEGAL_OBLIGATION, KEPT);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                update transparency.expense set forgotten = true, answer = '',
                  supplier = case when supplier_shown then supplier else '' end
                where id in (
                  select id from transparency.expense where created_at < :before and not forgotten
                  order by created_at limit :most for update skip locked)
                """)
                .bind("before", endedBefore(now))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    /** Counted from the end of the year. */
    private static Instant endedBefore(Instant now) {
        return KEPT.before(now)
                .atOffset(ZoneOffset.UTC)
                .withDayOfYear(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }
}
