package org.tremplin.donation.settle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Following;
import org.tremplin.donation.DonationSettled;
import org.tremplin.donation.DonationState;
import org.tremplin.ledger.Account;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Ledger;
import org.tremplin.ledger.Posting;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Walk A, step 6: money that came, whichever way, makes its gift settled. In the caller's transaction it writes the
 * settled gifts, their ledger transactions at full amount, the fact of each, and queues the thank-yous; who asked for news follows the campaign.
 */
@Component
public class BookGifts {

    private final Settlement settlement;
    private final Associations associations;
    private final Ledger ledger;
    private final EventLog log;
    private final Thanks thanks;
    private final Following following;
    private final Alarms alarms;

    BookGifts(
            Settlement settlement,
            Associations associations,
            Ledger ledger,
            EventLog log,
            Thanks thanks,
            Following following,
            Alarms alarms) {
        this.settlement = settlement;
        this.associations = associations;
        this.ledger = ledger;
        this.log = log;
        this.thanks = thanks;
        this.following = following;
        this.alarms = alarms;
    }

    /** Those that settled their gift before change nothing. */
    public Mono<Void> book(List<Came> facts) {
        return settlement
                .lock(
                        facts.stream().map(Came::subject).toList(),
                        facts.stream().map(Came::payment).toList())
                .flatMap(rows -> zones(rows).flatMap(zones -> settle(fresh(facts, rows), rows, zones)));
    }

    /** Those that settled nothing yet. */
    private static List<Came> fresh(List<Came> facts, List<Settlement.Row> rows) {
        Set<UUID> settledBy = rows.stream()
                .map(Settlement.Row::settledBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return facts.stream()
                .filter(fact -> !settledBy.contains(fact.payment()))
                .toList();
    }

    private Mono<Map<UUID, ZoneId>> zones(List<Settlement.Row> rows) {
        return Flux.fromStream(rows.stream().map(Settlement.Row::association).distinct())
                .concatMap(id -> associations.find(new AssociationId(id)))
                .collectMap(association -> association.id().value(), Association::zone);
    }

    private Mono<Void> settle(List<Came> facts, List<Settlement.Row> rows, Map<UUID, ZoneId> zones) {
        Map<UUID, Settlement.Row> byId =
                rows.stream().collect(Collectors.toMap(Settlement.Row::id, Function.identity()));
        List<Settled> settled = new ArrayList<>();
        return Flux.fromIterable(facts)
                .concatMap(fact -> byId.containsKey(fact.subject())
                        ? target(fact, byId)
                                .doOnNext(gift -> settled.add(new Settled(gift, fact, day(fact, gift, zones))))
                                .then()
                        : withoutDonation(fact))
                .then(Mono.defer(() -> settlement.settle(settled)))
                .then(Mono.defer(() -> thanks.queue(settled)))
                .then(Mono.defer(() -> following.follow(donors(settled))))
                .then(Mono.defer(() ->
                        ledger.post(settled.stream().map(BookGifts::posting).toList())))
                .then(Mono.defer(
                        () -> log.append(settled.stream().map(BookGifts::fact).toList())));
    }

    /** Who asked for news. */
    private static List<Following.Donor> donors(List<Settled> settled) {
        return settled.stream()
                .map(Settled::gift)
                .filter(Settlement.Row::news)
                .map(gift -> new Following.Donor(gift.campaign(), gift.email(), gift.language()))
                .toList();
    }

    private static LocalDate day(Came fact, Settlement.Row gift, Map<UUID, ZoneId> zones) {
        return fact.at()
                .atZone(Objects.requireNonNull(zones.get(gift.association())))
                .toLocalDate();
    }

    private Mono<Void> withoutDonation(Came fact) {
        return alarms.raise(
                "payment.without_donation",
                fact.payment().toString(),
                "Money came that belongs to no gift of this instance",
                "Look the payment up at the provider and enter or refund it");
    }

    /** The gift this money is for: a second one when another payment settled the first. */
    private Mono<Settlement.Row> target(Came fact, Map<UUID, Settlement.Row> byId) {
        Settlement.Row gift = Objects.requireNonNull(byId.get(fact.subject()));
        if (gift.state() != DonationState.SETTLED) {
            byId.put(gift.id(), gift.settled(fact.payment()));
            return Mono.just(gift);
        }
        return settlement
                .again(gift, fact.cents())
                .flatMap(second -> alarms.raise(
                                "donation.paid_twice",
                                gift.id().toString(),
                                "One form was paid twice; the second payment is kept as a gift of its own",
                                "Ask the donor whether it was meant, and refund it if not")
                        .thenReturn(second));
    }

    private static Posting posting(Settled settled) {
        Settlement.Row gift = settled.gift();
        Came fact = settled.came();
        String account = gift.company() ? Account.PATRONAGE : Account.GIFTS;
        String origin = gift.company() ? "P1.2.c" : "P1.2.a";
        return new Posting(
                gift.association(),
                "DONS",
                settled.day(),
                new Posting.Source("donation", gift.id(), "settled"),
                Posting.GIFT,
                List.of(
                        new Entry(fact.account(), fact.cents(), fact.currency(), gift.campaign(), null, null, true),
                        new Entry(
                                account, -fact.cents(), fact.currency(), gift.campaign(), gift.line(), origin, true)));
    }

    private static DonationSettled fact(Settled settled) {
        Settlement.Row gift = settled.gift();
        Came fact = settled.came();
        return new DonationSettled(
                gift.id(),
                gift.campaign(),
                gift.association(),
                gift.edition(),
                fact.cents(),
                fact.currency(),
                gift.line(),
                settled.day());
    }

    /**
     * Money that came.
     *
     * @param payment of the provider or offline: what settles the gift
     * @param subject the gift it is for
     * @param at when it counts from
     * @param account it stands on from then
     */
    public record Came(UUID payment, UUID subject, long cents, String currency, Instant at, String account) {}

    /** @param day it counts from, in the association's zone */
    record Settled(Settlement.Row gift, Came came, LocalDate day) {}
}
