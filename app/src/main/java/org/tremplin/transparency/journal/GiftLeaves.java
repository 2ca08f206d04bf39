package org.tremplin.transparency.journal;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.donation.DonationSettled;
import org.tremplin.money.Money;
import reactor.core.publisher.Mono;

/** Tells settled gifts as leaves. */
class GiftLeaves {

    /** Rows of the statement of origin and destination (rules.md 2.2): gifts of persons, patronage of companies. */
    private static final String CROD_PERSON = "P1.2.a";

    private static final String CROD_COMPANY = "P1.2.c";

    private final SettledGifts gifts;
    private final Campaigns campaigns;

    GiftLeaves(SettledGifts gifts, Campaigns campaigns) {
        this.gifts = gifts;
        this.campaigns = campaigns;
    }

    /** Fails when one of them is not settled as far as its owner says: the fact is then heard again later. */
    Mono<List<NewLeaf>> of(Collection<UUID> donations) {
        List<UUID> wanted = donations.stream().distinct().toList();
        return wanted.isEmpty()
                ? Mono.just(List.of())
                : settled(wanted)
                        .flatMap(found -> showingNames(found)
                                .map(showing -> wanted.stream()
                                        .flatMap(id -> Stream.ofNullable(found.get(id)))
                                        .map(gift -> leaf(gift, showing))
                                        .toList()));
    }

    private Mono<Map<UUID, SettledGift>> settled(List<UUID> donations) {
        return gifts.findAll(donations)
                .collectMap(gift -> gift.fact().donation())
                .filter(found -> found.keySet().containsAll(donations))
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("A gift of this batch is not settled: try again later")));
    }

    /** The campaigns whose donors may be named: a sensitive cause tells something of its donors. */
    private Mono<Set<UUID>> showingNames(Map<UUID, SettledGift> found) {
        Set<CampaignId> ids = found.values().stream()
                .filter(gift -> gift.publicName() != null)
                .map(gift -> new CampaignId(gift.fact().campaign()))
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Mono.just(Set.of())
                : campaigns
                        .findAllPublished(ids)
                        .filter(published -> !published.plan().sensitive())
                        .map(published -> published.campaign().id().value())
                        .collect(Collectors.toSet());
    }

    private static NewLeaf leaf(SettledGift gift, Set<UUID> showing) {
        DonationSettled fact = gift.fact();
        return new NewLeaf(
                fact.campaign(),
                Source.gift(fact.donation()),
                LeafKind.GIFT,
                fact.day(),
                new Money(fact.cents(), Currency.getInstance(fact.currency())),
                fact.line() == null ? null : LineCode.of(fact.campaign(), fact.line()),
                gift.company() ? CROD_COMPANY : CROD_PERSON,
                List.of(),
                showing.contains(fact.campaign()) ? commitments(gift.publicName()) : List.of());
    }

    private static List<Commitment> commitments(@Nullable String publicName) {
        return publicName == null ? List.of() : List.of(Commitment.to("name", publicName));
    }
}
