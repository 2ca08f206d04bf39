package org.tremplin.donation.donor;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.donation.DonorErased;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The gifts of one donor: those with the same address. */
@Component
class DonorGifts {

    private final DatabaseClient database;

    DonorGifts(DatabaseClient database) {
        this.database = database;
    }

    /** Locked in key order, in the caller's transaction. @param email lower case */
    Flux<DonorErased> lock(String email) {
        return database.sql("""
                select id, campaign_id, association_id from donation.donation
                where lower(email) = :email and email <> '' order by id for update
                """).bind("email", email).map(DonorGifts::erased).all();
    }

    /** This gift and those with the same address to the same association, locked in key order. */
    Flux<DonorErased> lock(UUID association, UUID gift) {
        return database.sql("""
                select donation.id, donation.campaign_id, donation.association_id from donation.donation donation
                join donation.donation asked on asked.id = :gift and asked.association_id = :association
                where donation.association_id = :association
                  and (donation.id = asked.id or asked.email <> '' and lower(donation.email) = lower(asked.email))
                order by donation.id for update of donation
                """)
                .bind("association", association)
                .bind("gift", gift)
                .map(DonorGifts::erased)
                .all();
    }

    /** What the donor is known by in this gift; empty when the association has none like it. */
    Mono<Donor> find(UUID association, UUID gift) {
        return database.sql(DONOR + "where gift.id = :gift and gift.association_id = :association")
                .bind("gift", gift)
                .bind("association", association)
                .map(DonorGifts::donor)
                .one();
    }

    Mono<Donor> find(UUID gift) {
        return database.sql(DONOR + "where gift.id = :gift")
                .bind("gift", gift)
                .map(DonorGifts::donor)
                .one();
    }

    Mono<Donor> find(String token) {
        return database.sql(DONOR + "where gift.token = :token")
                .bind("token", token)
                .map(DonorGifts::donor)
                .one();
    }

    private static final String DONOR = """
            select gift.id, gift.association_id, gift.email, gift.first_name, gift.last_name, gift.erased_at is not null as erased,
              (select count(*) from donation.donation other
                where other.association_id = gift.association_id
                  and (other.id = gift.id or gift.email <> '' and lower(other.email) = lower(gift.email))) as gifts,
              (select count(*) from donation.donation other
                where other.association_id = gift.association_id and other.receipt and other.state in ('SETTLED', 'PENDING')
                  and (other.id = gift.id or gift.email <> '' and lower(other.email) = lower(gift.email))) as receipts
            from donation.donation gift
            """;

    private static DonorErased erased(Readable row) {
        return new DonorErased(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("campaign_id", UUID.class)),
                Objects.requireNonNull(row.get("association_id", UUID.class)));
    }

    private static Donor donor(Readable row) {
        return new Donor(
                row.get("id", UUID.class),
                row.get("association_id", UUID.class),
                row.get("email", String.class),
                (row.get("first_name", String.class) + " " + row.get("last_name", String.class)).strip(),
                Boolean.TRUE.equals(row.get("erased", Boolean.class)),
                row.get("gifts", Long.class),
                row.get("receipts", Long.class));
    }

    /**
     * @param name empty when it is not known
     * @param gifts with the same address to the same association, this one among them
     * @param receipts of them with a tax receipt asked for
     */
    record Donor(UUID gift, UUID association, String email, String name, boolean erased, long gifts, long receipts) {}
}
