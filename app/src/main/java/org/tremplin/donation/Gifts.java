package org.tremplin.donation;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Means;
import org.tremplin.payment.Fees;
import org.tremplin.payment.RefundState;
import org.tremplin.payment.Refunds;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gifts as pages may read them. */
@Component
public class Gifts {

    private final DatabaseClient database;
    private final Refunds refunds;
    private final Fees fees;

    Gifts(DatabaseClient database, Refunds refunds, Fees fees) {
        this.database = database;
        this.refunds = refunds;
        this.fees = fees;
    }

    public Mono<Gift> find(String token) {
        return database.sql("""
                select id, token, campaign_id, association_id, edition, state, cents, currency, line_id, language,
                  first_name, public_name and not company and first_name <> '' as public_name, receipt, means, created_at, settled_on
                from donation.donation where token = :token
                """).bind("token", token).map(Gifts::gift).one();
    }

    /** Whether the provider has not told yet what it keeps of some gifts of a campaign. */
    public Mono<Boolean> feesAwaited(UUID campaign) {
        return fees.awaited()
                .concatMap(
                        payments -> database.sql("""
                        select exists (select from donation.settled_gift
                          where campaign_id = :campaign and payment_id = any(:payments)) as awaited
                        """)
                                .bind("campaign", campaign)
                                .bind("payments", payments.toArray(UUID[]::new))
                                .map(row -> Boolean.TRUE.equals(row.get("awaited", Boolean.class)))
                                .one(),
                        1)
                .any(awaited -> awaited);
    }

    /** What its donor announced and how it is to be sent; empty for every other gift. */
    public Mono<Promise> promise(UUID donation) {
        return database.sql("""
                select means, state, reference, expires_on from donation.offline_payment
                where donation_id = :id and reference is not null
                """)
                .bind("id", donation)
                .map(row -> new Promise(
                        Means.valueOf(row.get("means", String.class)),
                        OfflineState.valueOf(row.get("state", String.class)),
                        row.get("reference", String.class),
                        row.get("expires_on", LocalDate.class)))
                .one();
    }

    /** As whoever keeps the money typed it from the bank statement, by gift; those without are left out. */
    public Mono<Map<UUID, String>> bankReferences(Collection<UUID> donations) {
        return database.sql("""
                select id, bank_reference from donation.donation where id = any(:ids) and bank_reference is not null
                """)
                .bind("ids", donations.toArray(UUID[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("bank_reference", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What became of a settled gift's money with the donor; nothing for one that is not settled. */
    public Mono<Aftermath> aftermath(UUID donation) {
        return database.sql("""
                select gift.settled_by, gone.cents, gone.day, request.state, request.answer
                from donation.donation gift
                cross join lateral (
                  select coalesce(sum(cents), 0)::bigint as cents, max(day) as day from donation.reversal
                  where donation_id = gift.id and undone_on is null) gone
                left join lateral (
                  select state, answer from donation.refund_request
                  where donation_id = gift.id order by asked_at desc, id desc limit 1) request on true
                where gift.id = :id and gift.settled_by is not null
                """)
                .bind("id", donation)
                .map(Gifts::settled)
                .one()
                .flatMap(gift -> onTheWay(gift.payment()).map(gift.aftermath()::with))
                .defaultIfEmpty(Aftermath.none());
    }

    /** Gifts of this association whose donors want them back and wait for an answer, the longest waiting first. */
    public Flux<UUID> askedBack(UUID association) {
        return database.sql("""
                select gift.id from donation.refund_request request
                join donation.donation gift on gift.id = request.donation_id
                where gift.association_id = :association and request.state = 'ASKED'
                order by request.asked_at limit 20
                """)
                .bind("association", association)
                .map(row -> row.get("id", UUID.class))
                .all();
    }

    private Mono<Long> onTheWay(UUID payment) {
        return refunds.of(List.of(payment))
                .filter(refund -> !refund.taken()
                        && (refund.state() == RefundState.REQUESTED || refund.state() == RefundState.PENDING))
                .reduce(0L, (cents, refund) -> cents + refund.cents());
    }

    private static Ended settled(Readable row) {
        String request = row.get("state", String.class);
        return new Ended(
                Objects.requireNonNull(row.get("settled_by", UUID.class)),
                new Aftermath(
                        Objects.requireNonNull(row.get("cents", Long.class)),
                        row.get("day", LocalDate.class),
                        0,
                        request == null ? Aftermath.Request.NONE : Aftermath.Request.valueOf(request),
                        row.get("answer", String.class)));
    }

    private record Ended(UUID payment, Aftermath aftermath) {}

    /** All gifts to a campaign that settled before this one, by which its place in the order of spending is known. */
    public Mono<Settled> before(UUID donation) {
        return database.sql("""
                select earlier.line_id, sum(earlier.cents - coalesce(gone.cents, 0))::bigint as cents
                from donation.donation gift
                join donation.donation earlier on earlier.campaign_id = gift.campaign_id and earlier.state = 'SETTLED'
                  and (earlier.settled_at, earlier.id) < (gift.settled_at, gift.id)
                left join (select r.donation_id, sum(r.cents) as cents from donation.reversal r
                  join donation.donation of on of.id = r.donation_id
                  where r.undone_on is null and of.campaign_id = (select campaign_id from donation.donation where id = :id)
                  group by r.donation_id) gone on gone.donation_id = earlier.id
                where gift.id = :id group by earlier.line_id
                """)
                .bind("id", donation)
                .map(row -> new Part(row.get("line_id", UUID.class), row.get("cents", Long.class)))
                .all()
                .collectList()
                .map(Gifts::sum);
    }

    private static Settled sum(List<Part> parts) {
        long shared = 0;
        Map<UUID, Long> chosen = new HashMap<>();
        for (Part part : parts) {
            if (part.line() == null) {
                shared += part.cents();
            } else {
                chosen.put(part.line(), part.cents());
            }
        }
        return new Settled(shared, chosen);
    }

    private record Part(@Nullable UUID line, long cents) {}

    /** What came to a campaign otherwise than through the provider. */
    public Mono<OfflineSum> offline(UUID campaign) {
        return database.sql("""
                select coalesce(sum(gift.cents - gone.cents), 0)::bigint as cents,
                  count(*) filter (where gift.cents > gone.cents) as gifts
                from donation.donation gift
                cross join lateral (select coalesce(sum(cents), 0) as cents from donation.reversal
                  where donation_id = gift.id and undone_on is null) gone
                where gift.campaign_id = :campaign and gift.state = 'SETTLED' and gift.means not in ('CARD', 'DEBIT')
                """)
                .bind("campaign", campaign)
                .map(row -> new OfflineSum(row.get("cents", Long.class), row.get("gifts", Long.class)))
                .one();
    }

    /** First names of donors who asked to be named, by gift; nobody else's. */
    public Mono<Map<UUID, String>> publicNames(Collection<UUID> donations) {
        return database.sql("""
                select id, first_name from donation.donation
                where id = any(:ids) and public_name and not company and first_name <> ''
                """)
                .bind("ids", donations.toArray(UUID[]::new))
                .map(row -> Map.entry(row.get("id", UUID.class), row.get("first_name", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Which of these gifts come from firms. */
    public Flux<UUID> byCompanies(Collection<UUID> donations) {
        return database.sql("select id from donation.donation where id = any(:ids) and company")
                .bind("ids", donations.toArray(UUID[]::new))
                .map(row -> row.get("id", UUID.class))
                .all();
    }

    /** Settled gifts of an association by day, oldest first; days without gifts are left out. */
    public Flux<Day> byDay(UUID association, LocalDate from) {
        return database.sql("""
                select settled_on, sum(cents)::bigint as cents, count(*) as gifts from donation.donation
                where association_id = :association and state = 'SETTLED' and settled_on >= :from
                group by settled_on order by settled_on
                """)
                .bind("association", association)
                .bind("from", from)
                .map(row -> new Day(
                        row.get("settled_on", LocalDate.class),
                        row.get("cents", Long.class),
                        row.get("gifts", Long.class)))
                .all();
    }

    private static Gift gift(Readable row) {
        return new Gift(
                row.get("id", UUID.class),
                row.get("token", String.class),
                row.get("campaign_id", UUID.class),
                row.get("association_id", UUID.class),
                row.get("edition", Integer.class),
                DonationState.valueOf(row.get("state", String.class)),
                row.get("cents", Long.class),
                row.get("currency", String.class),
                row.get("line_id", UUID.class),
                row.get("language", String.class),
                row.get("first_name", String.class),
                row.get("public_name", Boolean.class),
                row.get("receipt", Boolean.class),
                Means.valueOf(row.get("means", String.class)),
                row.get("created_at", Instant.class),
                row.get("settled_on", LocalDate.class));
    }

    /** What came in on one day. */
    public record Day(LocalDate day, long cents, long gifts) {}
}
