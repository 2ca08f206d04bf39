package org.tremplin.donation.refund;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Means;
import org.tremplin.donation.DonationState;
import reactor.core.publisher.Mono;

/** Gifts and what of them left again. */
@Component
class ReversedGifts {

    private static final String SELECT = """
            select id, campaign_id, association_id, edition, state, cents, currency, line_id, company, email, first_name,
              last_name, token, language, means, settled_by,
              (select coalesce(sum(reversal.cents), 0)::bigint from donation.reversal reversal
                where reversal.donation_id = donation.id and reversal.undone_on is null) as gone_cents
            from donation.donation donation
            """;

    private final DatabaseClient database;
    private final Clock clock;

    ReversedGifts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * These gifts and those that these payments settled, locked in key order, in the caller's transaction. Read after
     * the lock is held: what another transaction noted meanwhile must be seen.
     */
    Mono<List<ReversedGift>> lock(Collection<UUID> donations, Collection<UUID> payments) {
        return database.sql("""
                select id from donation.donation where id = any(:ids) or settled_by = any(:payments) order by id for update
                """)
                .bind("ids", donations.toArray(UUID[]::new))
                .bind("payments", payments.toArray(UUID[]::new))
                .map(row -> row.get("id", UUID.class))
                .all()
                .collectList()
                .flatMap(ids -> database.sql(SELECT + " where id = any(:ids) order by id")
                        .bind("ids", ids.toArray(UUID[]::new))
                        .map(ReversedGifts::gift)
                        .all()
                        .collectList());
    }

    /** A gift of this association; nobody else's. */
    Mono<ReversedGift> find(UUID association, UUID donation) {
        return database.sql(SELECT + " where id = :id and association_id = :association")
                .bind("id", donation)
                .bind("association", association)
                .map(ReversedGifts::gift)
                .one();
    }

    Mono<ReversedGift> find(String token) {
        return database.sql(SELECT + " where token = :token")
                .bind("token", token)
                .map(ReversedGifts::gift)
                .one();
    }

    /** False when this movement is in the books already. */
    Mono<Boolean> claim(Movement movement) {
        return database.sql("""
                insert into donation.booked_movement (source, purpose, booked_at) values (:source, :purpose, :now)
                on conflict do nothing
                """)
                .bind("source", movement.source())
                .bind("purpose", movement.purpose())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(inserted -> inserted == 1);
    }

    /** Whether this movement is in the books. */
    Mono<Boolean> booked(UUID source, String purpose) {
        return database.sql(
                        "select 1 as one from donation.booked_movement where source = :source and purpose = :purpose")
                .bind("source", source)
                .bind("purpose", purpose)
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    Mono<Void> note(Movement movement, UUID donation, LocalDate day) {
        return database.sql("""
                insert into donation.reversal (id, kind, donation_id, cents, currency, day, recorded_at)
                values (:id, :kind, :donation, :cents, :currency, :day, :now)
                """)
                .bind("id", movement.source())
                .bind("kind", movement.kind().name())
                .bind("donation", donation)
                .bind("cents", movement.goneCents())
                .bind("currency", movement.currency())
                .bind("day", day)
                .bind("now", clock.instant())
                .then();
    }

    /** False when it is not noted yet that it left: then it is heard again a little later. */
    Mono<Boolean> undo(Movement movement, LocalDate day) {
        return database.sql("update donation.reversal set undone_on = :day where id = :id and undone_on is null")
                .bind("id", movement.source())
                .bind("day", day)
                .fetch()
                .rowsUpdated()
                .map(updated -> updated == 1);
    }

    private static ReversedGift gift(Readable row) {
        return new ReversedGift(
                row.get("id", UUID.class),
                row.get("campaign_id", UUID.class),
                row.get("association_id", UUID.class),
                row.get("edition", Integer.class),
                DonationState.valueOf(row.get("state", String.class)),
                row.get("cents", Long.class),
                row.get("currency", String.class),
                row.get("gone_cents", Long.class),
                row.get("line_id", UUID.class),
                Boolean.TRUE.equals(row.get("company", Boolean.class)),
                row.get("email", String.class),
                row.get("first_name", String.class),
                row.get("last_name", String.class),
                row.get("token", String.class),
                row.get("language", String.class),
                Means.valueOf(row.get("means", String.class)),
                row.get("settled_by", UUID.class));
    }
}
