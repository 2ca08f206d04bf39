package org.tremplin.campaign.design;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/** Opens a campaign by its address; what is not this association's is not found. */
@Component
public class Desk {

    private final Associations associations;
    private final Drafts drafts;

    Desk(Associations associations, Drafts drafts) {
        this.associations = associations;
        this.drafts = drafts;
    }

    public Mono<Open> open(String association, UUID campaign) {
        return associations
                .findBySlug(association)
                .flatMap(found ->
                        drafts.find(found.id(), new CampaignId(campaign)).map(draft -> new Open(found, draft)))
                .switchIfEmpty(NotFound.page());
    }

    /** A campaign and whose it is. */
    public record Open(Association association, Draft draft) {

        public CampaignId campaign() {
            return draft.campaign().id();
        }

        public String workspace() {
            return "/espace/" + association.slug();
        }

        public String home() {
            return workspace() + "/c/" + campaign().value();
        }
    }
}
