package org.tremplin.transparency;

import java.util.List;
import org.tremplin.campaign.CampaignId;
import reactor.core.publisher.Mono;

/** Reports as others may read them. */
public interface Reports {

    /** Public ones, the newest first. */
    Mono<List<Report>> published(CampaignId campaign);
}
