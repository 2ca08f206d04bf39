package org.tremplin.donation.give;

import java.time.Clock;
import java.time.LocalDate;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;

/** What a gift is for, and who receives it. */
record Destination(PublishedCampaign campaign, Association association) {

    /** The day it is where the association is. */
    LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }
}
