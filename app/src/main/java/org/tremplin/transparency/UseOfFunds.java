package org.tremplin.transparency;

import java.util.Collection;
import org.tremplin.campaign.PublishedCampaign;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What became of the money of campaigns: the figures every page, export and report is made from. */
public interface UseOfFunds {

    /** A constant number of queries, however many gifts and expenses there are. */
    Mono<CampaignUse> of(PublishedCampaign campaign);

    /** The same number of queries for all of them; in the given order. */
    Flux<CampaignUse> of(Collection<PublishedCampaign> campaigns);
}
