package org.tremplin.campaign.publish;

import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.capacity.CampaignSentences;
import reactor.core.publisher.Mono;

/** What the latest public campaign of an association says of itself in one sentence. */
@Component
class StoredSentences implements CampaignSentences {

    private final Campaigns campaigns;

    StoredSentences(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Mono<String> of(AssociationId association) {
        return campaigns
                .publishedBy(association)
                .map(campaign -> campaign.plan().lead())
                .filter(lead -> !lead.isBlank())
                .next();
    }
}
