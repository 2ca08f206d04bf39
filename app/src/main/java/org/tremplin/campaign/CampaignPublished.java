package org.tremplin.campaign;

import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** An edition is public from now on; the first one opens the campaign. */
@Fact(name = "campaign.published")
public record CampaignPublished(UUID campaign, UUID association, int edition) {}
