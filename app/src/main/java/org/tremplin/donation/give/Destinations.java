package org.tremplin.donation.give;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.Associations;
import org.tremplin.association.Payees;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import reactor.core.publisher.Mono;

/** Where gifts may go. */
@Component
class Destinations {

    private final Campaigns campaigns;
    private final Associations associations;
    private final Payees payees;
    private final Clock clock;

    Destinations(Campaigns campaigns, Associations associations, Payees payees, Clock clock) {
        this.campaigns = campaigns;
        this.associations = associations;
        this.payees = payees;
        this.clock = clock;
    }

    /** Empty for a draft or an unknown address. */
    Mono<Destination> find(String slug) {
        return campaigns.findPublished(slug).flatMap(this::withAssociation);
    }

    Mono<Destination> find(UUID campaign) {
        return campaigns.findPublished(new CampaignId(campaign)).flatMap(this::withAssociation);
    }

    /** Published, within its dates, and with a means of payment. */
    Mono<Boolean> open(Destination to) {
        LocalDate today = clock.instant().atZone(to.association().zone()).toLocalDate();
        LocalDate opens = to.campaign().plan().opensOn();
        LocalDate closes = to.campaign().plan().closesOn();
        boolean running = to.campaign().campaign().state() == Campaign.State.PUBLISHED
                && (opens == null || !today.isBefore(opens))
                && (closes == null || !today.isAfter(closes));
        return running ? payees.accepts(to.association().id()) : Mono.just(false);
    }

    private Mono<Destination> withAssociation(PublishedCampaign campaign) {
        return associations
                .find(campaign.campaign().association())
                .map(association -> new Destination(campaign, association));
    }
}
