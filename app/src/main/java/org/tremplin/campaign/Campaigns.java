package org.tremplin.campaign;

import java.util.Collection;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Campaigns as others may read them. */
public interface Campaigns {

    /** Published or closed; empty for a draft or an unknown slug. */
    Mono<PublishedCampaign> findPublished(String slug);

    /** Published or closed. */
    Mono<PublishedCampaign> findPublished(CampaignId id);

    /** Published or closed; a campaign of another association is not found. */
    Mono<PublishedCampaign> findPublished(AssociationId association, CampaignId id);

    /** Published or closed, in no order. */
    Flux<PublishedCampaign> findAllPublished(Collection<CampaignId> ids);

    /** Those of one association, published or closed, the newest first. */
    Flux<PublishedCampaign> publishedBy(AssociationId association);

    /** The edition a gift saw. */
    Mono<Edition> findEdition(CampaignId id, int number);

    /** In any state; a campaign of another association is not found. */
    Mono<Campaign> find(AssociationId association, CampaignId id);

    /** Whom donors of an association ask about their data, as its latest public campaign says; empty when none does. */
    Mono<String> dataContact(AssociationId association);

    /** What the association is writing, for a look at the page it would make; empty for another association's. */
    Mono<Plan> findDraft(AssociationId association, CampaignId id);
}
