package org.tremplin.campaign;

import java.util.List;
import reactor.core.publisher.Mono;

/** What the conditions of publication rested on; public. */
public interface GatesMet {

    /** In their order; none of a campaign that became public before this was kept. */
    Mono<List<GateMet>> of(CampaignId campaign);
}
