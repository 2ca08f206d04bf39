package org.tremplin.donation.donor;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.association.Means;
import org.tremplin.donation.DonationState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The gifts of one association, newest first; every query takes its id. */
@Component
class AssociationGifts {

    private final DatabaseClient database;

    AssociationGifts(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Gifts that were paid or wait for the bank.
     *
     * @param receipts only those whose donor asked for a tax receipt
     * @param before the page goes on below this gift; none for the first page
     */
    Flux<Row> page(UUID association, boolean receipts, @Nullable UUID before, int size) {
        return database.sql("""
                select donation.*, (select coalesce(sum(reversal.cents), 0)::bigint from donation.reversal reversal
                    where reversal.donation_id = donation.id and reversal.undone_on is null) as gone_cents
                from donation.donation donation
                where association_id = :association and state in ('SETTLED', 'PENDING') and (receipt or not :receipts)
                  and (cast(:before as uuid) is null or (created_at, id) <
                    (select created_at, id from donation.donation where id = :before and association_id = :association))
                order by created_at desc, id desc limit :size
                """)
                .bind("association", association)
                .bind("receipts", receipts)
                .bind("before", Parameter.fromOrEmpty(before, UUID.class))
                .bind("size", size)
                .map(AssociationGifts::row)
                .all();
    }

    Mono<Boolean> has(UUID association, UUID gift) {
        return database.sql("select id from donation.donation where id = :gift and association_id = :association")
                .bind("gift", gift)
                .bind("association", association)
                .fetch()
                .first()
                .hasElement();
    }

    Mono<Sums> sums(UUID association) {
        return database.sql("""
                select count(*) filter (where state = 'SETTLED') as gifts,
                  coalesce(sum(cents) filter (where state = 'SETTLED'), 0)::bigint - coalesce((
                    select sum(reversal.cents) from donation.reversal reversal
                    join donation.donation gift on gift.id = reversal.donation_id
                    where gift.association_id = :association and reversal.undone_on is null), 0)::bigint as received,
                  coalesce(sum(cents) filter (where state = 'PENDING' and means in ('CARD', 'DEBIT')), 0)::bigint as pending,
                  coalesce(sum(cents) filter (where state = 'PENDING' and means not in ('CARD', 'DEBIT')), 0)::bigint
                    as promised,
                  count(*) filter (where state = 'SETTLED' and receipt) as receipts
                from donation.donation where association_id = :association
                """)
                .bind("association", association)
                .map(row -> new Sums(
                        row.get("gifts", Long.class),
                        row.get("received", Long.class),
                        row.get("pending", Long.class),
                        row.get("promised", Long.class),
                        row.get("receipts", Long.class)))
                .one();
    }

    private static Row row(Readable row) {
        return new Row(
                row.get("id", UUID.class),
                row.get("campaign_id", UUID.class),
                DonationState.valueOf(row.get("state", String.class)),
                row.get("cents", Long.class),
                row.get("gone_cents", Long.class),
                row.get("first_name", String.class),
                row.get("last_name", String.class),
                row.get("email", String.class),
                row.get("company_name", String.class),
                row.get("siren", String.class),
                row.get("legal_form", String.class),
                Boolean.TRUE.equals(row.get("receipt", Boolean.class)),
                row.get("street", String.class),
                row.get("postal_code", String.class),
                row.get("city", String.class),
                row.get("country", String.class),
                row.get("message", String.class),
                row.get("created_at", Instant.class),
                row.get("settled_by", UUID.class),
                row.get("settled_at", Instant.class),
                Means.valueOf(row.get("means", String.class)));
    }

    /** Cents, what went back taken off, and counts of an association's gifts. */
    record Sums(long gifts, long receivedCents, long pendingCents, long promisedCents, long receipts) {}

    record Row(
            UUID id,
            UUID campaign,
            DonationState state,
            long cents,
            long goneCents,
            String firstName,
            String lastName,
            String email,
            @Nullable String company,
            @Nullable String siren,
            @Nullable String legalForm,
            boolean receipt,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country,
            @Nullable String message,
            Instant createdAt,
            @Nullable UUID settledBy,
            @Nullable Instant settledAt,
            Means means) {}
}
