package org.tremplin.donation.donor;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/** Gifts that were begun and never paid, and promises that never came. */
@Component
class UnpaidGifts implements Retention {

    private final DatabaseClient database;
    private final OldGifts old;
    private final Tombstones tombstones;
    private final Term kept;

    UnpaidGifts(DatabaseClient database, OldGifts old, Tombstones tombstones, KeepSettings settings) {
        this.database = database;
        this.old = old;
        this.tombstones = tombstones;
        this.kept = settings.unpaidTerm();
    }

    @Override
    public Holding holding() {
        return Holding.of("unpaid-gifts", Basis.CONTRACT, kept);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        var found = database.sql("""
                        select id from donation.donation
                        where state in ('STARTED', 'ABANDONED') and email <> '' and changed_at < :before
                        order by changed_at limit :most for update skip locked
                        """).bind("before", kept.before(now)).bind("most", most);
        return old.each(found, ids -> tombstones.erase(ids, now));
    }
}
