package org.tremplin.operation.demo;

import static org.tremplin.operation.demo.Words.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.capacity.Accompanying;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.Agreeing;
import org.tremplin.capacity.Diagnosing;
import org.tremplin.capacity.Helping;
import org.tremplin.capacity.NeedKind;
import org.tremplin.capacity.PartnerListing;
import org.tremplin.capacity.Planning;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.PublicDiagnoses;
import org.tremplin.capacity.Returning;
import org.tremplin.capacity.Section;
import org.tremplin.identity.People;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Associations that look at themselves, and people who help them beside the gift. What is found done is left alone. */
@Component
class Advised {

    /** Whom a club lets read its diagnosis. */
    static final String ADVISER = "conseil@accompagnement.example";

    static final String ADVISER_NAME = "Dominique Repère";

    private static final long CENTS = 100;
    private static final LocalTime EVENING = LocalTime.of(18, 45);

    private final Days days;
    private final People people;
    private final Diagnosing diagnosing;
    private final PartnerListing partners;
    private final Helping helping;
    private final Returning returning;
    private final CampaignDesign design;
    private final Associations associations;
    private final Accompanying accompanying;
    private final Planning planning;
    private final Agreeing agreeing;
    private final PublicDiagnoses diagnoses;

    Advised(
            Days days,
            People people,
            Diagnosing diagnosing,
            PartnerListing partners,
            Helping helping,
            Returning returning,
            CampaignDesign design,
            Associations associations,
            Accompanying accompanying,
            Planning planning,
            Agreeing agreeing,
            PublicDiagnoses diagnoses) {
        this.days = days;
        this.people = people;
        this.diagnosing = diagnosing;
        this.partners = partners;
        this.helping = helping;
        this.returning = returning;
        this.design = design;
        this.associations = associations;
        this.accompanying = accompanying;
        this.planning = planning;
        this.agreeing = agreeing;
        this.diagnoses = diagnoses;
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

    /** Its president lets somebody read the diagnosis until a day, and they come. */
    Mono<Void> invites(LocalDate on, AssociationId association, LocalDate until) {
        return days.at(on, EVENING)
                .then(Mono.defer(() -> people.welcome(ADVISER, ADVISER_NAME, "fr")))
                .then(Mono.defer(() -> associations.find(association)))
                .flatMap(open -> president(open.slug()).flatMap(by -> accompanying.invite(open, ADVISER, until, by)));
    }

    /** Its president asks a partner whether it may be named, and it says yes. */
    Mono<Void> mayName(LocalDate on, AssociationId association, String partner, String email) {
        return days.at(on, EVENING)
                .then(Mono.defer(() -> associations.find(association)))
                .flatMap(named -> president(named.slug()).flatMap(by -> agreeing.sayYes(named, partner, email, by)));
    }

    /** Its president shows everybody what may be shown. */
    Mono<Void> shows(PublishedCampaign campaign, String slug) {
        return president(slug)
                .flatMap(president -> diagnoses.showAll(campaign.campaign().association(), president));
    }

    private Mono<SignedInPerson> president(String slug) {
        return people.findByEmail(DemoPerson.of(slug).get(0).email())
                .map(known -> new SignedInPerson(known.id(), known.name(), false, known.language()));
    }

    /** Writes one thing into its plan. */
    Mono<Void> plans(
            PublishedCampaign campaign,
            String what,
            Section section,
            Role role,
            LocalDate due,
            long euros,
            ActionState state) {
        return Mono.defer(() ->
                planning.plan(campaign.campaign().association(), text(what), section, role, due, euros * CENTS, state));
    }

    /** Makes public what a line of the budget asks for beside money. */
    Mono<Void> asks(PublishedCampaign campaign, String line, @Nullable Integer hours, LocalDate until) {
        return helping.ask(
                campaign.campaign().association(), campaign.campaign().id().value(), text(line), hours, until);
    }

    /** The same for what no line names. */
    Mono<Void> asks(PublishedCampaign campaign, NeedKind kind, String what, int hours, LocalDate until) {
        return helping.ask(
                campaign.campaign().association(), campaign.campaign().id().value(), kind, text(what), hours, until);
    }

    /** Its president says yes to who offered help, who says so too. */
    Mono<Void> agrees(PublishedCampaign campaign, String slug, String email) {
        return people.findByEmail(DemoPerson.of(slug).get(0).email())
                .flatMap(president -> helping.agree(
                        campaign.campaign().association(),
                        campaign.campaign().id().value(),
                        email,
                        president.id()));
    }

    /** It is done, and thanked for. */
    Mono<Void> thanks(PublishedCampaign campaign, String email, int hours, String words) {
        return helping.thank(
                campaign.campaign().association(), campaign.campaign().id().value(), email, hours, text(words));
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
