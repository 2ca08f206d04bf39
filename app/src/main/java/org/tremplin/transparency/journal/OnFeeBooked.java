package org.tremplin.transparency.journal;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.FeeBooked;
import org.tremplin.money.Money;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/**
 * Writes the leaf of each fee, which points to the leaf of its gift. A fee that is heard before its gift fails, and is
 * heard again a little later: a leaf that is written can never be given its reference.
 */
@Component
@Order(2)
class OnFeeBooked implements OnBatch<FeeBooked> {

    /** Cost of raising funds from the public (rules.md 2.2). */
    private static final String CROD_FEE = "C2.1";

    private final Campaigns campaigns;
    private final Journals journals;

    OnFeeBooked(Campaigns campaigns, Journals journals) {
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
        return costLines(facts)
                .map(lines -> facts.stream()
                        .map(fact -> leaf(fact, lines.get(fact.campaign())))
                        .toList())
                .flatMap(journals::append);
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

    private static NewLeaf leaf(FeeBooked fact, @Nullable String line) {
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
