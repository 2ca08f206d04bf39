package org.tremplin.donation.give;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.association.Payees;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.web.Recent;
import reactor.core.publisher.Mono;

/** Where gifts may go. */
@Component
class Destinations {

    /** How old the form may be: as the campaign's page (money.md, Speed). */
    static final Duration AGE = Duration.ofSeconds(2);

    private final Campaigns campaigns;
    private final Associations associations;
    private final Payees payees;
    private final Clock clock;
    private final Recent<String, Destination> recent;

    @Autowired
    Destinations(Campaigns campaigns, Associations associations, Payees payees, Clock clock) {
        this(campaigns, associations, payees, clock, System::nanoTime);
    }

    Destinations(Campaigns campaigns, Associations associations, Payees payees, Clock clock, LongSupplier nanos) {
        this.campaigns = campaigns;
        this.associations = associations;
        this.payees = payees;
        this.clock = clock;
        this.recent = new Recent<>(AGE, nanos, this::find);
    }

    /** As it was at most two seconds ago: enough to show the form. */
    Mono<Destination> recent(String slug) {
        return recent.get(slug);
    }

    /** Empty for a draft or an unknown address. */
    Mono<Destination> find(String slug) {
        return campaigns.findPublished(slug).flatMap(this::withAssociation);
    }

    Mono<Destination> find(UUID campaign) {
        return campaigns.findPublished(new CampaignId(campaign)).flatMap(this::withAssociation);
    }

    /** Published, within its dates, and with a means of payment. */
    boolean open(Destination to) {
        LocalDate today = to.today(clock);
        LocalDate opens = to.campaign().plan().opensOn();
        LocalDate closes = to.campaign().plan().closesOn();
        boolean running = to.campaign().campaign().state() == Campaign.State.PUBLISHED
                && (opens == null || !today.isBefore(opens))
                && (closes == null || !today.isAfter(closes));
        return running && !to.payee().open().isEmpty();
    }

    private Mono<Destination> withAssociation(PublishedCampaign campaign) {
        AssociationId association = campaign.campaign().association();
        return Mono.zip(
                associations.find(association),
                payees.of(association),
                (receiver, payee) -> new Destination(campaign, receiver, payee));
    }
}
