package org.tremplin.patron.pledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.donation.DonationSettled;
import org.tremplin.donation.Gifts;
import org.tremplin.donation.Giving;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which gifts pay which instalment, as {@code donation} tells. A gift is written once, whoever tells of it first; what went
 * back is read anew each time, so that facts may come twice and in any order.
 */
@Component
class PledgeGifts {

    private final Pledges pledges;
    private final Instalments instalments;
    private final PledgeMails mails;
    private final Giving giving;
    private final Gifts gifts;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    PledgeGifts(
            Pledges pledges,
            Instalments instalments,
            PledgeMails mails,
            Giving giving,
            Gifts gifts,
            DatabaseClient database,
            TransactionalOperator transaction) {
        this.pledges = pledges;
        this.instalments = instalments;
        this.mails = mails;
        this.giving = giving;
        this.gifts = gifts;
        this.database = database;
        this.transaction = transaction;
    }

    /** What was begun for it is known by its id from now on: its key goes with a later try, an end or an erasure. */
    Mono<Void> begun(Pledge pledge, Instalment one) {
        return giving.begun(pledge.campaign().value(), List.of(one.payKey()))
                .flatMapIterable(Map::values)
                .concatMap(begun -> database.sql("""
                        insert into patron.instalment_try (donation_id, pledge_id, number)
                        values (:donation, :pledge, :number) on conflict (donation_id) do nothing
                        """)
                        .bind("donation", begun.donation())
                        .bind("pledge", one.pledge())
                        .bind("number", one.number())
                        .then())
                .then();
    }

    /** Gifts settled: those that were begun for an instalment pay it. */
    Mono<Void> settled(List<DonationSettled> facts) {
        return of(
                        "patron.instalment_try",
                        facts.stream().map(DonationSettled::donation).toList())
                .concatMap(paid -> Flux.fromIterable(facts)
                        .filter(fact -> fact.donation().equals(paid.donation()))
                        .next()
                        .flatMap(fact -> pays(paid.pledge(), paid.number(), fact.donation(), fact.cents(), fact.day())))
                .then();
    }

    /** In the caller's transaction or its own: this gift pays this instalment. */
    Mono<Void> pays(UUID pledge, int number, UUID donation, long cents, LocalDate day) {
        return pledges.lock(pledge)
                .flatMap(locked -> gifts.aftermath(donation)
                        .flatMap(after -> insert(locked, number, donation, cents, after.goneCents(), day))
                        .filter(fresh -> fresh)
                        .flatMap(fresh -> pledges.find(pledge))
                        .flatMap(now -> told(now, number, donation)))
                .as(transaction::transactional);
    }

    private Mono<Boolean> insert(Pledge pledge, int number, UUID donation, long cents, long gone, LocalDate day) {
        return database.sql("""
                insert into patron.instalment_gift (donation_id, pledge_id, number, cents, returned_cents, settled_on)
                values (:donation, :pledge, :number, :cents, :gone, :day) on conflict (donation_id) do nothing
                """)
                .bind("donation", donation)
                .bind("pledge", pledge.id())
                .bind("number", number)
                .bind("cents", cents)
                .bind("gone", Math.min(cents, gone))
                .bind("day", day)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The next try to pay has a key of its own. */
    private Mono<Void> told(Pledge pledge, int number, UUID donation) {
        Instalment paid = part(pledge, number);
        return instalments
                .key(paid, Tokens.random())
                .then(pledges.told(pledge))
                .then(
                        paid.restCents() == 0
                                ? mails.patron(pledge, PledgeMails.Says.RECEIVED, paid, " " + number + " " + donation)
                                : Mono.empty());
    }

    /** What went back of gifts, or came again. */
    Mono<Void> returned(Collection<UUID> donations) {
        return of("patron.instalment_gift", donations)
                .concatMap(this::returned)
                .then()
                .as(transaction::transactional);
    }

    private Mono<Void> returned(Paid gift) {
        return pledges.lock(gift.pledge())
                .flatMap(before -> gifts.aftermath(gift.donation())
                        .flatMap(after -> gone(gift.donation(), after.goneCents()))
                        .then(pledges.told(before))
                        .then(pledges.find(gift.pledge()))
                        .flatMap(now -> {
                            Instalment was = part(before, gift.number());
                            Instalment is = part(now, gift.number());
                            // what was taken back does not wait again
                            return is.receivedCents() < was.receivedCents() && is.withdrawnOn() == null
                                    ? mails.patron(
                                            now,
                                            PledgeMails.Says.RETURNED,
                                            is,
                                            " " + is.number() + " " + gift.donation() + " " + is.receivedCents())
                                    : Mono.empty();
                        }));
    }

    private Mono<Void> gone(UUID donation, long cents) {
        return database.sql("""
                update patron.instalment_gift set returned_cents = least(cents, :gone) where donation_id = :donation
                """).bind("gone", cents).bind("donation", donation).then();
    }

    private Flux<Paid> of(String table, Collection<UUID> donations) {
        return database.sql("select donation_id, pledge_id, number from " + table
                        + " where donation_id = any(:ids) order by pledge_id, donation_id")
                .bind("ids", donations.toArray(UUID[]::new))
                .map(row -> new Paid(
                        Objects.requireNonNull(row.get("pledge_id", UUID.class)),
                        Objects.requireNonNull(row.get("number", Integer.class)),
                        Objects.requireNonNull(row.get("donation_id", UUID.class))))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable);
    }

    private static Instalment part(Pledge pledge, int number) {
        return pledge.instalments().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private record Paid(UUID pledge, int number, UUID donation) {}
}
