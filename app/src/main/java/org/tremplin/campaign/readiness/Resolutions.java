package org.tremplin.campaign.readiness;

import java.time.ZoneId;
import java.util.Optional;
import org.tremplin.campaign.CampaignId;
import reactor.core.publisher.Mono;

/** What boards decided by a vote; the room that asks them implements it. */
public interface Resolutions {

    /** The last vote that decided, if any: a later no takes a yes back. @param zone whose day it is dated by */
    Mono<Optional<Resolution>> latest(CampaignId campaign, ZoneId zone);
}
