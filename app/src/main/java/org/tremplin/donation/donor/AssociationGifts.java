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
        return page(association, receipts, before, size, false);
    }

    /** Gifts with a receipt asked for, and who asked, where that is kept apart: for the receipts only. */
    Flux<Row> receiptRequests(UUID association, @Nullable UUID before, int size) {
        return page(association, true, before, size, true);
    }

    private Flux<Row> page(UUID association, boolean receipts, @Nullable UUID before, int size, boolean apart) {
        return database.sql("""
                select donation.*, (select coalesce(sum(reversal.cents), 0)::bigint from donation.reversal reversal
                    where reversal.donation_id = donation.id and reversal.undone_on is null) as gone_cents,
                  kept.first_name as kept_first_name, kept.last_name as kept_last_name,
                  kept.company_name as kept_company_name, kept.siren as kept_siren, kept.legal_form as kept_legal_form,
                  kept.street as kept_street, kept.postal_code as kept_postal_code, kept.city as kept_city,
                  kept.country as kept_country
                from donation.donation donation
                left join donation.kept_identity kept on kept.donation_id = donation.id and cast(:apart as boolean)
                where association_id = :association and state in ('SETTLED', 'PENDING') and (receipt or not :receipts)
                  and (cast(:before as uuid) is null or (created_at, id) <
                    (select created_at, id from donation.donation where id = :before and association_id = :association))
                order by created_at desc, id desc limit :size
                """)
                .bind("association", association)
                .bind("receipts", receipts)
                .bind("before", Parameter.fromOrEmpty(before, UUID.class))
                .bind("size", size)
                .bind("apart", apart)
                .map(row -> row(row, row.get("kept_first_name", String.class) == null ? "" : "kept_"))
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
                with gone as (
                  select donation_id, sum(reversal.cents) as cents from donation.reversal reversal
                  join donation.donation gift on gift.id = reversal.donation_id
                  where gift.association_id = :association and reversal.undone_on is null group by donation_id),
                gift as (
                  select donation.*, donation.cents - coalesce(gone.cents, 0) as kept
                  from donation.donation donation left join gone on gone.donation_id = donation.id
                  where association_id = :association)
                select count(*) filter (where state = 'SETTLED' and kept > 0) as gifts,
                  coalesce(sum(kept) filter (where state = 'SETTLED'), 0)::bigint as received,
                  coalesce(sum(cents) filter (where state = 'PENDING' and means in ('CARD', 'DEBIT')), 0)::bigint as pending,
                  coalesce(sum(cents) filter (where state = 'PENDING' and means not in ('CARD', 'DEBIT')), 0)::bigint
                    as promised,
                  count(*) filter (where state = 'SETTLED' and receipt and kept > 0) as receipts
                from gift
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

    /** @param who before the names of the columns that say who gave */
    private static Row row(Readable row, String who) {
        return new Row(
                row.get("id", UUID.class),
                row.get("campaign_id", UUID.class),
                DonationState.valueOf(row.get("state", String.class)),
                row.get("cents", Long.class),
                row.get("gone_cents", Long.class),
                row.get(who + "first_name", String.class),
                row.get(who + "last_name", String.class),
                row.get("email", String.class),
                row.get(who + "company_name", String.class),
                row.get(who + "siren", String.class),
                row.get(who + "legal_form", String.class),
                Boolean.TRUE.equals(row.get("receipt", Boolean.class)),
                row.get(who + "street", String.class),
                row.get(who + "postal_code", String.class),
                row.get(who + "city", String.class),
                row.get(who + "country", String.class),
                row.get("message", String.class),
                row.get("created_at", Instant.class),
                row.get("settled_by", UUID.class),
                row.get("settled_at", Instant.class),
                Means.valueOf(row.get("means", String.class)),
                row.get("bank_reference", String.class));
    }

    /** Cents, what went back taken off, and counts of an association's gifts without those that are all back. */
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
            Means means,
            @Nullable String bankReference) {

        /** Cents that stayed: what a tax receipt may say. */
        long keptCents() {
            return cents - goneCents;
        }
    }
}
