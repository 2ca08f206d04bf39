package org.tremplin.campaign;

import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import org.tremplin.capacity.Preparation;
import reactor.core.publisher.Mono;

/**
 * Designs a campaign without the editor's pages: the sample data takes this way. A campaign of another association is
 * never found: the answer is then empty.
 */
public interface CampaignDesign {

    /** A draft. An error when the slug is taken or no slug at all. */
    Mono<CampaignId> create(AssociationId association, String slug, Plan plan);

    /** Replaces the draft; a published edition stays as it is until the next publication. */
    Mono<Void> revise(AssociationId association, CampaignId campaign, Plan plan);

    /** Says what publication asks for beside the plan. */
    Mono<Void> attest(AssociationId association, CampaignId campaign, Formalities said);

    /** Says how the campaign is prepared; the goal and the gates come from the campaign itself. */
    Mono<Void> prepare(AssociationId association, CampaignId campaign, Preparation told);

    /**
     * Makes the draft public as the next edition.
     *
     * @param role of who publishes
     * @param reason why amounts, lines or dates change; may be empty for the first edition
     */
    Mono<Publication> publish(AssociationId association, CampaignId campaign, Role role, String reason);

    /** False when it was not open. */
    Mono<Boolean> close(AssociationId association, CampaignId campaign);
}
