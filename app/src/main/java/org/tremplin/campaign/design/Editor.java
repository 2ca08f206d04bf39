package org.tremplin.campaign.design;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignId;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/** Opens drafts by their address; what is not this association's is not found. */
@Component
class Editor {

    private final Associations associations;
    private final Drafts drafts;

    Editor(Associations associations, Drafts drafts) {
        this.associations = associations;
        this.drafts = drafts;
    }

    Mono<Editing> open(String association, UUID campaign) {
        return associations
                .findBySlug(association)
                .flatMap(found ->
                        drafts.find(found.id(), new CampaignId(campaign)).map(draft -> new Editing(found, draft)))
                .switchIfEmpty(NotFound.page());
    }
}
