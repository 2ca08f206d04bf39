package org.tremplin.campaign;

import java.util.List;
import reactor.core.publisher.Mono;

/** What was passed over to publish a campaign. */
public interface Waivers {

    /** Those in force, in a steady order. */
    Mono<List<Waiver>> of(CampaignId campaign);
}
