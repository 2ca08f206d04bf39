package org.tremplin.campaign.follow;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Public campaigns with the names of their associations. */
@Component
class FollowedCampaigns {

    private final Campaigns campaigns;
    private final Associations associations;

    FollowedCampaigns(Campaigns campaigns, Associations associations) {
        this.campaigns = campaigns;
        this.associations = associations;
    }

    Mono<Followed> find(String slug) {
        return campaigns.findPublished(slug).flatMap(this::named);
    }

    Mono<Followed> find(CampaignId id) {
        return campaigns.findPublished(id).flatMap(this::named);
    }

    Mono<Map<CampaignId, Followed>> all(Collection<CampaignId> ids) {
        return Flux.fromIterable(ids).distinct().concatMap(this::find).collectMap(Followed::id);
    }

    private Mono<Followed> named(PublishedCampaign found) {
        return associations
                .find(found.campaign().association())
                .map(Association::name)
                .map(name -> new Followed(
                        found.campaign().id(),
                        found.campaign().slug(),
                        found.plan().title(),
                        found.plan().language(),
                        name));
    }
}
