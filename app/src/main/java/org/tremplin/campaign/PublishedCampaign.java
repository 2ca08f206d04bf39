package org.tremplin.campaign;

/** A campaign with its edition in force. */
public record PublishedCampaign(Campaign campaign, Edition edition) {

    public Plan plan() {
        return edition.plan();
    }
}
