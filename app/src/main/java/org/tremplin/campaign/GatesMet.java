package org.tremplin.campaign;

import java.util.List;
import reactor.core.publisher.Mono;

/** What the conditions of publication rested on; public. */
public interface GatesMet {

    /** What can be said in one word of the conditions of a campaign when it became public. */
    enum Kept {
        /** It became public before this was kept. */
        NOTHING,
        ALL_MET,
        SOME_PASSED_OVER
    }

    /** In their order; none of a campaign that became public before this was kept. */
    Mono<List<GateMet>> of(CampaignId campaign);

    Mono<Kept> kept(CampaignId campaign);
}
