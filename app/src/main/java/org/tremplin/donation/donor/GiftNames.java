package org.tremplin.donation.donor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/**
 * Who gave: until the books of the year are closed; who asked for a receipt, until the end of the year in which receipts
 * are written, and then apart.
 */
@Component
class GiftNames implements Retention {

    private final DatabaseClient database;
    private final OldGifts old;
    private final Tombstones tombstones;
    private final Term kept;

    GiftNames(DatabaseClient database, OldGifts old, Tombstones tombstones, KeepSettings settings) {
        this.database = database;
        this.old = old;
        this.tombstones = tombstones;
        this.kept = settings.namesTerm();
    }

    @Override
    public Holding holding() {
        return Holding.of("gift-names", Basis.LEGAL_OBLIGATION, kept);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var found = database.sql("""
                        select id from donation.donation
                        where state = 'SETTLED'
                          and settled_on < case when receipt then cast(:receipts as date) else cast(:others as date) end
                          and (last_name <> '' or first_name <> '' and not public_name or company_name is not null
                            or message is not null or dedication is not null or street is not null
                            or bank_reference is not null)
                        order by settled_on limit :most for update skip locked
                        """)
                .bind("others", firstOfYear(today.minus(kept.time())))
                .bind("receipts", firstOfYear(today.minusYears(1)))
                .bind("most", most);
        return old.each(found, ids -> tombstones.forgetNames(ids, now));
    }

    /** A gift before this day lies in a year that is over. */
    private static LocalDate firstOfYear(LocalDate day) {
        return day.withDayOfYear(1);
    }
}
