package org.tremplin.campaign.follow;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.Update;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/** Opens what is written on in the workspace; what is not this association's, or not public yet, is not found. */
@Component
class NewsDesk {

    private final Associations associations;
    private final Campaigns campaigns;
    private final Updates updates;

    NewsDesk(Associations associations, Campaigns campaigns, Updates updates) {
        this.associations = associations;
        this.campaigns = campaigns;
        this.updates = updates;
    }

    Mono<Of> campaign(String slug, UUID id) {
        return associations
                .at(slug)
                .flatMap(association -> campaigns
                        .findPublished(association.id(), new CampaignId(id))
                        .map(published -> new Of(association, published)))
                .switchIfEmpty(NotFound.page());
    }

    Mono<On> update(String slug, UUID campaign, UUID update) {
        return campaign(slug, campaign)
                .flatMap(of ->
                        updates.find(of.association().id(), of.id(), update).map(found -> new On(of, found)))
                .switchIfEmpty(NotFound.page());
    }

    record Of(Association association, PublishedCampaign published) {

        CampaignId id() {
            return published.campaign().id();
        }

        /** Where all that is told of it stands. */
        String home() {
            return "/espace/" + association.slug() + "/c/" + id().value() + "/nouvelles";
        }
    }

    record On(Of of, Update update) {
        String page() {
            return of.home() + "/" + update.id();
        }
    }
}
