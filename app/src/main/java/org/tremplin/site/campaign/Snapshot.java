package org.tremplin.site.campaign;

import java.time.LocalDate;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.site.totals.Received;

/**
 * Everything the bytes of a campaign's page depend on, language apart.
 *
 * @param today in the association's zone
 */
public record Snapshot(
        PublishedCampaign published, Association association, Received received, Told told, LocalDate today) {}
