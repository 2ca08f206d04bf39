package org.tremplin.donation.settle;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
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

    /** These gifts and those that these payments settled before, locked in key order, in the caller's transaction. */
    Mono<List<Row>> lock(Collection<UUID> donations, Collection<UUID> payments) {
        return database.sql("""
                select id, campaign_id, association_id, edition, state, line_id, company, email, first_name, token, language,
                  news, payment_id, settled_by
                from donation.donation where id = any(:ids) or settled_by = any(:payments) order by id for update
                """)
                .bind("ids", donations.toArray(UUID[]::new))
                .bind("payments", payments.toArray(UUID[]::new))
                .map(Settlement::row)
                .all()
                .collectList();
    }

    /** What was paid is what was given, whatever the form said last. */
    Mono<Void> settle(List<BookGifts.Settled> gifts) {
        return gifts.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        update donation.donation set state = 'SETTLED', cents = came.cents, settled_by = came.payment,
                          payment_id = came.payment, settled_at = came.at, settled_on = came.day, changed_at = :now
                        from unnest(:ids, :cents, :payments, :at, :days) as came(id, cents, payment, at, day)
                        where donation.id = came.id
                        """)
                        .bind("ids", column(gifts, one -> one.gift().id(), UUID[]::new))
                        .bind("cents", column(gifts, one -> one.came().cents(), Long[]::new))
                        .bind("payments", column(gifts, one -> one.came().payment(), UUID[]::new))
                        .bind("at", column(gifts, one -> one.came().at(), Instant[]::new))
                        .bind("days", column(gifts, BookGifts.Settled::day, LocalDate[]::new))
                        .bind("now", clock.instant())
                        .then();
    }

    private static <C> C[] column(
            List<BookGifts.Settled> gifts, Function<BookGifts.Settled, C> value, IntFunction<C[]> array) {
        return gifts.stream().map(value).toArray(array);
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

    /** From now on the gift waits for this payment. */
    Mono<Void> hold(UUID donation, UUID payment) {
        return database.sql("""
                update donation.donation set state = 'PENDING', payment_id = :payment, changed_at = :now where id = :id
                """)
                .bind("id", donation)
                .bind("payment", payment)
                .bind("now", clock.instant())
                .then();
    }

    /** A second gift with the words of the first, for money that came twice: none of it may be lost. */
    Mono<Row> again(Row first, long cents) {
        Row second = first.again(ids.next(), Tokens.random());
        return database.sql("""
                insert into donation.donation
                  (id, campaign_id, association_id, edition, state, cents, currency, line_id, language, email, first_name,
                   last_name, public_name, receipt, street, postal_code, city, country, company, company_name, siren,
                   legal_form, message, dedication, news, objection, covers_fees, means, token, created_at, changed_at)
                select :id, campaign_id, association_id, edition, 'STARTED', :cents, currency, line_id, language, email,
                  first_name, last_name, public_name, receipt, street, postal_code, city, country, company, company_name,
                  siren, legal_form, message, dedication, news, objection, false, means, :token, :now, :now
                from donation.donation where id = :of
                """)
                .bind("id", second.id())
                .bind("of", first.id())
                .bind("cents", cents)
                .bind("token", second.token())
                .bind("now", clock.instant())
                .then()
                .thenReturn(second);
    }

    private static Row row(Readable row) {
        return new Row(
                row.get("id", UUID.class),
                row.get("campaign_id", UUID.class),
                row.get("association_id", UUID.class),
                row.get("edition", Integer.class),
                DonationState.valueOf(row.get("state", String.class)),
                row.get("line_id", UUID.class),
                row.get("company", Boolean.class),
                row.get("email", String.class),
                row.get("first_name", String.class),
                row.get("token", String.class),
                row.get("language", String.class),
                Boolean.TRUE.equals(row.get("news", Boolean.class)),
                row.get("payment_id", UUID.class),
                row.get("settled_by", UUID.class));
    }

    /** @param news whether the donor follows the campaign; @param payment the payment the gift now waits for; an older one no longer counts */
    record Row(
            UUID id,
            UUID campaign,
            UUID association,
            int edition,
            DonationState state,
            @Nullable UUID line,
            boolean company,
            String email,
            String firstName,
            String token,
            String language,
            boolean news,
            @Nullable UUID payment,
            @Nullable UUID settledBy) {

        /** So that a second payment in one batch is seen. */
        Row settled(UUID by) {
            return new Row(
                    id,
                    campaign,
                    association,
                    edition,
                    DonationState.SETTLED,
                    line,
                    company,
                    email,
                    firstName,
                    token,
                    language,
                    news,
                    by,
                    by);
        }

        Row again(UUID newId, String newToken) {
            return new Row(
                    newId,
                    campaign,
                    association,
                    edition,
                    DonationState.STARTED,
                    line,
                    company,
                    email,
                    firstName,
                    newToken,
                    language,
                    news,
                    null,
                    null);
        }
    }
}
