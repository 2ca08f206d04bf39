package org.tremplin.operation.demo;

import static org.tremplin.operation.demo.Words.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.capacity.Diagnosing;
import org.tremplin.capacity.Helping;
import org.tremplin.capacity.PartnerListing;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Returning;
import org.tremplin.identity.People;
import reactor.core.publisher.Mono;

/** Associations that look at themselves, and people who help them beside the gift. What is found done is left alone. */
@Component
class Advised {

    private static final LocalTime EVENING = LocalTime.of(18, 45);

    private final Days days;
    private final People people;
    private final Diagnosing diagnosing;
    private final PartnerListing partners;
    private final Helping helping;
    private final Returning returning;
    private final CampaignDesign design;

    Advised(
            Days days,
            People people,
            Diagnosing diagnosing,
            PartnerListing partners,
            Helping helping,
            Returning returning,
            CampaignDesign design) {
        this.days = days;
        this.people = people;
        this.diagnosing = diagnosing;
        this.partners = partners;
        this.helping = helping;
        this.returning = returning;
        this.design = design;
    }

    /** Its president answers everything in one evening, and lists its partners. */
    Mono<Void> looks(LocalDate on, AssociationId association, String slug, int moment, Look look) {
        DemoPerson president = DemoPerson.of(slug).get(0);
        return days.at(on, EVENING)
                .then(Mono.defer(() -> partners.list(association, look.partners(), look.ties())))
                .then(Mono.defer(() -> people.findByEmail(president.email())))
                .flatMap(person ->
                        diagnosing.conclude(association, moment, person.id(), president.role(), look.answers()));
    }

    /** Says again how its campaign is prepared. */
    Mono<Void> prepares(LocalDate on, PublishedCampaign campaign, Preparation told) {
        return days.at(on, EVENING)
                .then(Mono.defer(() -> design.prepare(
                        campaign.campaign().association(), campaign.campaign().id(), told)));
    }

    /** Makes public what a line of the budget asks for beside money. */
    Mono<Void> asks(PublishedCampaign campaign, String line, @Nullable Integer hours, LocalDate until) {
        return helping.ask(
                campaign.campaign().association(), campaign.campaign().id().value(), text(line), hours, until);
    }

    Mono<Void> offers(Helping.Offered offered) {
        return helping.offer(offered);
    }

    /** Its president answers three questions about the campaign that is over, and somebody reads them. */
    Mono<Void> returns(LocalDate on, PublishedCampaign campaign, String slug, Returning.Returned told) {
        DemoPerson president = DemoPerson.of(slug).get(0);
        return days.at(on, EVENING)
                .then(Mono.defer(() -> people.findByEmail(president.email())))
                .flatMap(person -> returning.tell(
                        campaign.campaign().association(),
                        campaign.campaign().id().value(),
                        YearMonth.from(campaign.plan().closesOn()),
                        person.id(),
                        told));
    }
}
