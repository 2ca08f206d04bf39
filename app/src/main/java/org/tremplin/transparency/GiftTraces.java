package org.tremplin.transparency;

import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.Gift;
import reactor.core.publisher.Mono;

/** "My gift". */
public interface GiftTraces {

    /**
     * Of a settled gift.
     *
     * @param cents what of it was not given back
     */
    Mono<GiftTrace> of(Gift gift, long cents, PublishedCampaign campaign);
}
