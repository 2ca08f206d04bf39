package org.tremplin.donation.give;

import java.time.Clock;
import java.time.LocalDate;
import org.tremplin.association.Association;
import org.tremplin.association.Payee;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.PublishedCampaign;

/**
 * What a gift is for, and who receives it.
 *
 * @param payee by which means it may arrive
 */
record Destination(PublishedCampaign campaign, Association association, Payee payee) {

    /** Whether its last day is past, or somebody ended it before. */
    boolean over(Clock clock) {
        LocalDate closes = campaign.plan().closesOn();
        return campaign.campaign().state() == Campaign.State.CLOSED || closes != null && closes.isBefore(today(clock));
    }

    /** The day it is where the association is. */
    LocalDate today(Clock clock) {
        return association.today(clock);
    }
}
