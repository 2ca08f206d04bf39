package org.tremplin.campaign;

import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** The campaign takes no more gifts. */
@Fact(name = "campaign.closed")
public record CampaignClosed(UUID campaign, UUID association) {}
