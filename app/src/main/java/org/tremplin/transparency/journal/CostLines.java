package org.tremplin.transparency.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import reactor.core.publisher.Mono;

/** The line of each campaign on which its fees are spent. */
@Component
class CostLines {

    private final Campaigns campaigns;

    CostLines(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    Mono<Map<UUID, UUID>> of(Collection<UUID> ids) {
        Set<CampaignId> wanted = ids.stream().map(CampaignId::new).collect(Collectors.toSet());
        return campaigns
                .findAllPublished(wanted)
                .flatMapIterable(CostLines::costLine)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static List<Map.Entry<UUID, UUID>> costLine(PublishedCampaign published) {
        UUID campaign = published.campaign().id().value();
        return published.plan().lines().stream()
                .filter(Plan.BudgetLine::collectionCosts)
                .map(line -> Map.entry(campaign, line.id()))
                .toList();
    }
}
