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
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.FeeBooked;
import org.tremplin.money.Money;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/**
 * Writes the leaf of each fee, which points to the leaf of its gift. Facts come in any order: a fee that is heard first
 * writes the leaf of its gift before its own, and the gift's own fact then finds it there.
 */
class OnFeeBooked implements OnBatch<FeeBooked> {

    /** Cost of raising funds from the public (rules.md 2.2). */
    private static final String CROD_FEE = "C2.1";

    private final GiftLeaves giftLeaves;
    private final Campaigns campaigns;
    private final Journals journals;

    OnFeeBooked(GiftLeaves giftLeaves, Campaigns campaigns, Journals journals) {
        this.giftLeaves = giftLeaves;
        this.campaigns = campaigns;
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.journal.fee";
    }

    @Override
    public Class<FeeBooked> hears() {
        return FeeBooked.class;
    }

    @Override
    public Mono<Void> handle(List<FeeBooked> facts) {
        return missingGifts(facts)
                .flatMap(giftLeaves::of)
                .zipWhen(
                        gifts -> feeLeaves(facts),
                        (gifts, fees) ->
                                Stream.concat(gifts.stream(), fees.stream()).toList())
                .flatMap(journals::append);
    }

    private Mono<List<UUID>> missingGifts(List<FeeBooked> facts) {
        return journals.written(facts.stream().map(OnFeeBooked::giftOf).toList())
                .map(written -> facts.stream()
                        .filter(fact -> !written.contains(giftOf(fact)))
                        .map(FeeBooked::donation)
                        .toList());
    }

    private static Places.Key giftOf(FeeBooked fact) {
        return new Places.Key(fact.campaign(), Source.gift(fact.donation()));
    }

    private Mono<List<NewLeaf>> feeLeaves(List<FeeBooked> facts) {
        return costLines(facts)
                .map(lines -> facts.stream().map(fact -> leaf(fact, lines)).toList());
    }

    /** By campaign, the code of the line on which its fees are spent. */
    private Mono<Map<UUID, String>> costLines(Collection<FeeBooked> facts) {
        Set<CampaignId> ids =
                facts.stream().map(fact -> new CampaignId(fact.campaign())).collect(Collectors.toSet());
        return campaigns
                .findAllPublished(ids)
                .flatMapIterable(OnFeeBooked::costLine)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static List<Map.Entry<UUID, String>> costLine(PublishedCampaign published) {
        UUID campaign = published.campaign().id().value();
        return published.plan().lines().stream()
                .filter(Plan.BudgetLine::collectionCosts)
                .map(line -> Map.entry(campaign, LineCode.of(campaign, line.id())))
                .toList();
    }

    private static NewLeaf leaf(FeeBooked fact, Map<UUID, String> costLines) {
        @Nullable String line = costLines.get(fact.campaign());
        return new NewLeaf(
                fact.campaign(),
                Source.fee(fact.donation()),
                LeafKind.FEE,
                fact.day(),
                new Money(fact.cents(), Currency.getInstance(fact.currency())),
                line,
                CROD_FEE,
                List.of(Source.gift(fact.donation())),
                List.of());
    }
}
