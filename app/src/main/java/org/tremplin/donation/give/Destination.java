package org.tremplin.donation.give;

import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;

/** What a gift is for, and who receives it. */
record Destination(PublishedCampaign campaign, Association association) {}
