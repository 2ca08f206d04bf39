package org.tremplin.donation.settle;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.donation.DonationState;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Mono;

/** Gifts on their way to the books. */
@Component
class Settlement {

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    Settlement(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Locked in key order, inside the caller's transaction. */
    Mono<List<Row>> lock(Collection<UUID> donations) {
        return database.sql("""
                select id, campaign_id, association_id, edition, state, cents, currency, line_id, company, email, first_name,
                  token, language, payment_id, settled_by, settled_on
                from donation.donation where id = any(:ids) order by id for update
                """)
                .bind("ids", donations.toArray(UUID[]::new))
                .map(Settlement::row)
                .all()
                .collectList();
    }

    Mono<Void> settle(UUID donation, UUID payment, Instant at, LocalDate on) {
        return database.sql("""
                update donation.donation set state = 'SETTLED', settled_by = :payment, payment_id = :payment,
                  settled_at = :at, settled_on = :on, changed_at = :now
                where id = :id
                """)
                .bind("id", donation)
                .bind("payment", payment)
                .bind("at", at)
                .bind("on", on)
                .bind("now", clock.instant())
                .then();
    }

    /** Frees the once-only key too: the same form may begin anew. */
    Mono<Void> abandon(Collection<UUID> donations) {
        return database.sql("""
                update donation.donation set state = 'ABANDONED', once_key = null, changed_at = :now where id = any(:ids)
                """)
                .bind("ids", donations.toArray(UUID[]::new))
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> hold(Collection<UUID> donations) {
        return database.sql("update donation.donation set state = 'PENDING', changed_at = :now where id = any(:ids)")
                .bind("ids", donations.toArray(UUID[]::new))
                .bind("now", clock.instant())
                .then();
    }

    /** A second gift with the words of the first, for money that came twice: none of it may be lost. */
    Mono<UUID> again(UUID donation, long cents) {
        UUID id = ids.next();
        return database.sql("""
                insert into donation.donation
                  (id, campaign_id, association_id, edition, state, cents, currency, line_id, language, email, first_name,
                   last_name, public_name, receipt, street, postal_code, city, country, company, company_name, siren,
                   legal_form, news, objection, covers_fees, token, created_at, changed_at)
                select :id, campaign_id, association_id, edition, 'STARTED', :cents, currency, line_id, language, email,
                  first_name, last_name, public_name, receipt, street, postal_code, city, country, company, company_name,
                  siren, legal_form, news, objection, false, :token, :now, :now
                from donation.donation where id = :of
                """)
                .bind("id", id)
                .bind("of", donation)
                .bind("cents", cents)
                .bind("token", Tokens.random())
                .bind("now", clock.instant())
                .then()
                .thenReturn(id);
    }

    private static Row row(Readable row) {
        return new Row(
                row.get("id", UUID.class),
                row.get("campaign_id", UUID.class),
                row.get("association_id", UUID.class),
                row.get("edition", Integer.class),
                DonationState.valueOf(row.get("state", String.class)),
                row.get("cents", Long.class),
                row.get("currency", String.class),
                row.get("line_id", UUID.class),
                row.get("company", Boolean.class),
                row.get("email", String.class),
                row.get("first_name", String.class),
                row.get("token", String.class),
                row.get("language", String.class),
                row.get("payment_id", UUID.class),
                row.get("settled_by", UUID.class),
                row.get("settled_on", LocalDate.class));
    }

    /** @param payment the payment the gift now waits for; an older one no longer counts */
    record Row(
            UUID id,
            UUID campaign,
            UUID association,
            int edition,
            DonationState state,
            long cents,
            String currency,
            @Nullable UUID line,
            boolean company,
            String email,
            String firstName,
            String token,
            String language,
            @Nullable UUID payment,
            @Nullable UUID settledBy,
            @Nullable LocalDate settledOn) {

        /** The same gift, settled by this payment: so that a second payment in one batch is seen. */
        Row settled(UUID by) {
            return new Row(
                    id,
                    campaign,
                    association,
                    edition,
                    DonationState.SETTLED,
                    cents,
                    currency,
                    line,
                    company,
                    email,
                    firstName,
                    token,
                    language,
                    by,
                    by,
                    settledOn);
        }
    }
}
