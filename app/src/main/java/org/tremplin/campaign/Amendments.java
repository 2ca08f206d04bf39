package org.tremplin.campaign;

import java.util.List;
import reactor.core.publisher.Mono;

/** What of public campaigns changed, in the open. */
public interface Amendments {

    /** Of one campaign, the oldest first; changes of mere words are none. One query. */
    Mono<List<Amended>> of(CampaignId campaign);
}
