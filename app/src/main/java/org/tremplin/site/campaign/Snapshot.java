package org.tremplin.site.campaign;

import java.time.LocalDate;
import java.util.List;
import org.tremplin.association.Association;
import org.tremplin.campaign.GatesMet;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.Waiver;
import org.tremplin.capacity.HelpAsked;
import org.tremplin.site.totals.Received;
import org.tremplin.transparency.CampaignUse;

/**
 * Everything the bytes of a campaign's page depend on, language apart.
 *
 * @param use what became of it, line by line
 * @param help asked for beside money
 * @param waivers conditions of publication that were passed over
 * @param gates what was kept of those conditions when it became public
 * @param promisedCents what patrons promised and is not here, in no sum of what was received
 * @param today in the association's zone
 */
public record Snapshot(
        PublishedCampaign published,
        Association association,
        Received received,
        Told told,
        CampaignUse use,
        HelpAsked help,
        List<Waiver> waivers,
        GatesMet.Kept gates,
        long promisedCents,
        LocalDate today) {}
