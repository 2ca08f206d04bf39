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

/** Who asked for a tax receipt, kept apart: until the law asks for it no more, or the gift turned out not to come. */
@Component
class KeptIdentities implements Retention {

    private final DatabaseClient database;
    private final Term kept;

    KeptIdentities(DatabaseClient database, KeepSettings settings) {
        this.database = database;
        this.kept = settings.receiptsTerm();
    }

    @Override
    public Holding holding() {
        return Holding.of("receipt-identities", Basis.LEGAL_OBLIGATION, kept);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return database.sql("""
                delete from donation.kept_identity where donation_id in (
                  select donation_id from donation.kept_identity kept
                  join donation.donation gift on gift.id = kept.donation_id
                  where kept.keep_until < :today or gift.state in ('STARTED', 'ABANDONED')
                  limit :most for update of kept skip locked)
                """)
                .bind("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }
}
