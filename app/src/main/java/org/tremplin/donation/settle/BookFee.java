package org.tremplin.donation.settle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Edition;
import org.tremplin.campaign.Plan;
import org.tremplin.donation.FeeBooked;
import org.tremplin.ledger.Account;
import org.tremplin.ledger.Books;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Ledger;
import org.tremplin.ledger.Posting;
import org.tremplin.payment.FeeKnown;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walk A, step 6b: the fee in a transaction of its own, spent on the budget's line of collection costs. */
@Component
public class BookFee implements OnBatch<FeeKnown> {

    /** Fund raising, appeal to the public (rules.md 2.2). */
    private static final String COST_OF_APPEAL = "C2.1";

    private final Settlement settlement;
    private final Associations associations;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final Books books;
    private final EventLog log;
    private final Alarms alarms;

    BookFee(
            Settlement settlement,
            Associations associations,
            Campaigns campaigns,
            Ledger ledger,
            Books books,
            EventLog log,
            Alarms alarms) {
        this.settlement = settlement;
        this.associations = associations;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.books = books;
        this.log = log;
        this.alarms = alarms;
    }

    @Override
    public String name() {
        return "donation.settle.fee";
    }

    @Override
    public Class<FeeKnown> hears() {
        return FeeKnown.class;
    }

    @Override
    public Mono<Void> handle(List<FeeKnown> facts) {
        return settlement
                .lock(
                        facts.stream().map(FeeKnown::subject).toList(),
                        facts.stream().map(FeeKnown::payment).toList())
                .flatMap(rows -> {
                    Map<UUID, Settlement.Row> byPayment = rows.stream()
                            .filter(row -> row.settledBy() != null)
                            .collect(Collectors.toMap(
                                    row -> Objects.requireNonNull(row.settledBy()), Function.identity()));
                    Set<UUID> known = rows.stream().map(Settlement.Row::id).collect(Collectors.toSet());
                    List<Due> due = new ArrayList<>();
                    // with the gifts locked: who books the same fee at this moment waits, and finds it booked
                    return books.posted(
                                    "payment",
                                    "fee",
                                    facts.stream().map(FeeKnown::payment).toList())
                            .flatMapIterable(posted -> facts.stream()
                                    .filter(fact -> !posted.contains(fact.payment()))
                                    .toList())
                            // the provider kept nothing: no money moved, and an entry of nothing is none
                            .filter(fact -> fact.cents() != 0)
                            .concatMap(fact -> byPayment.containsKey(fact.payment()) || known.contains(fact.subject())
                                    ? due(fact, byPayment.get(fact.payment()))
                                            .doOnNext(due::add)
                                            .then()
                                    : withoutDonation(fact))
                            .then(Mono.defer(() -> book(due)));
                });
    }

    /** Its payment settled nothing and never will: waiting for the gift would be waiting for ever. */
    private Mono<Void> withoutDonation(FeeKnown fact) {
        return alarms.raise(
                "payment.without_donation",
                fact.payment().toString(),
                "A fee was kept of money that belongs to no gift of this instance",
                "Look the payment up at the provider and enter or refund it");
    }

    private static Mono<Due> due(FeeKnown fact, Settlement.@Nullable Row gift) {
        return gift == null
                ? Mono.error(new IllegalStateException("The gift of fee " + fact.payment() + " is not settled yet"))
                : Mono.just(new Due(fact, gift));
    }

    /** Each association and each edition is read once, however many fees there are. */
    private Mono<Void> book(List<Due> due) {
        Map<UUID, ZoneId> zones = new HashMap<>();
        Map<Terms, UUID> lines = new HashMap<>();
        return Flux.fromIterable(due)
                .concatMap(one -> know(one, zones, lines))
                .then(Mono.defer(() -> ledger.post(
                        due.stream().map(one -> posting(one, zones, lines)).toList())))
                .then(Mono.defer(() ->
                        log.append(due.stream().map(one -> booked(one, zones)).toList())));
    }

    private Mono<Void> know(Due due, Map<UUID, ZoneId> zones, Map<Terms, UUID> lines) {
        UUID association = due.gift().association();
        Terms terms = Terms.of(due.gift());
        Mono<Association> zone = zones.containsKey(association)
                ? Mono.empty()
                : associations
                        .find(new AssociationId(association))
                        .switchIfEmpty(missing("association", due.fact()))
                        .doOnNext(found -> zones.put(association, found.zone()));
        Mono<Edition> line = lines.containsKey(terms)
                ? Mono.empty()
                : campaigns
                        .findEdition(new CampaignId(terms.campaign()), terms.edition())
                        .switchIfEmpty(missing("edition", due.fact()))
                        .doOnNext(edition -> lines.put(terms, lineOfCosts(edition.plan())));
        return zone.then(line).then();
    }

    private static FeeBooked booked(Due due, Map<UUID, ZoneId> zones) {
        Settlement.Row gift = due.gift();
        return new FeeBooked(
                gift.id(),
                gift.campaign(),
                gift.association(),
                due.fact().cents(),
                due.fact().currency(),
                due.day(zones));
    }

    /** An error, so that the fee is tried again and told, not lost. */
    private static <T> Mono<T> missing(String what, FeeKnown fact) {
        return Mono.error(
                () -> new IllegalStateException("The " + what + " of fee " + fact.payment() + " is not there"));
    }

    private static UUID lineOfCosts(Plan plan) {
        return plan.lines().stream()
                .filter(Plan.BudgetLine::collectionCosts)
                .map(Plan.BudgetLine::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Every budget has a line of collection costs"));
    }

    private static Posting posting(Due due, Map<UUID, ZoneId> zones, Map<Terms, UUID> lines) {
        FeeKnown fact = due.fact();
        Settlement.Row gift = due.gift();
        return new Posting(
                gift.association(),
                "FRAIS",
                due.day(zones),
                new Posting.Source("payment", fact.payment(), "fee"),
                "fee",
                List.of(
                        new Entry(
                                Account.FEES,
                                fact.cents(),
                                fact.currency(),
                                gift.campaign(),
                                lines.get(Terms.of(gift)),
                                COST_OF_APPEAL,
                                true),
                        new Entry(
                                Account.PROVIDER, -fact.cents(), fact.currency(), gift.campaign(), null, null, true)));
    }

    /** A fee that is to be booked, and the settled gift it was kept of. */
    private record Due(FeeKnown fact, Settlement.Row gift) {

        LocalDate day(Map<UUID, ZoneId> zones) {
            return fact.at()
                    .atZone(Objects.requireNonNull(zones.get(gift.association())))
                    .toLocalDate();
        }
    }

    /** What a donor saw. */
    private record Terms(UUID campaign, int edition) {

        static Terms of(Settlement.Row gift) {
            return new Terms(gift.campaign(), gift.edition());
        }
    }
}
