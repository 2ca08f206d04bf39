package org.tremplin.campaign.follow;

import org.tremplin.campaign.CampaignId;

/**
 * A public campaign as followers' pages and mails name it.
 *
 * @param language of its own words
 */
record Followed(CampaignId id, String slug, String title, String language, String association) {}
