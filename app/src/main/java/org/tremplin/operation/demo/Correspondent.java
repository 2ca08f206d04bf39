package org.tremplin.operation.demo;

import static org.tremplin.operation.demo.Words.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.NewsWriting;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.platform.event.Pump;
import org.tremplin.transparency.PublicJournals;
import org.tremplin.transparency.Remainder;
import org.tremplin.transparency.Remainders;
import org.tremplin.transparency.ReportWriting;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the promises of a campaign on a day of the past, by the paths that members take. What is kept is left alone. */
@Component
class Correspondent {

    private static final LocalTime NOON = LocalTime.of(12, 15);
    private static final LocalTime LATE = LocalTime.of(23, 30);

    private final Days days;
    private final Associations associations;
    private final People people;
    private final CampaignNews news;
    private final NewsWriting updates;
    private final ReportWriting reports;
    private final Campaigns campaigns;
    private final Remainders remainders;
    private final PublicJournals journals;
    private final Pump pump;

    Correspondent(
            Days days,
            Associations associations,
            People people,
            CampaignNews news,
            NewsWriting updates,
            ReportWriting reports,
            Campaigns campaigns,
            Remainders remainders,
            PublicJournals journals,
            Pump pump) {
        this.days = days;
        this.associations = associations;
        this.people = people;
        this.news = news;
        this.updates = updates;
        this.reports = reports;
        this.campaigns = campaigns;
        this.remainders = remainders;
        this.journals = journals;
        this.pump = pump;
    }

    /** Donors keep the seal of the journal that their mails of this day hold. */
    Step seals(PublishedCampaign campaign, int day) {
        return new Step(
                day,
                LATE,
                Mono.defer(pump::drain)
                        .then(Mono.defer(
                                () -> journals.head(campaign.campaign().id().value()))));
    }

    /** Writes the first thing of this kind that was promised. */
    Mono<Void> keep(LocalDate on, PublishedCampaign campaign, Plan.Telling kind, String title, String body) {
        return news.promises(campaign)
                .flatMapMany(Flux::fromIterable)
                .filter(promised -> promised.promise().kind() == kind)
                .next()
                .filter(promised -> !promised.made())
                .flatMap(promised -> associations
                        .find(campaign.campaign().association())
                        .flatMap(association -> days.at(on, NOON)
                                .then(Mono.defer(() -> write(association, campaign, promised, title, body)))))
                .then(Mono.defer(pump::drain));
    }

    /** States, in public, what becomes of the money that was not spent. */
    Mono<Void> carryOver(LocalDate on, PublishedCampaign campaign, Remainder.Wish wish) {
        return Mono.defer(() -> campaigns.findPublished(campaign.campaign().id()))
                .flatMap(now -> associations
                        .find(now.campaign().association())
                        .flatMap(association -> days.at(on, NOON)
                                .then(person(association, Role.TREASURER))
                                .flatMap(by -> remainders.state(association, now, wish, by, Role.TREASURER))))
                .then(Mono.defer(pump::drain));
    }

    private Mono<Void> write(
            Association association, PublishedCampaign campaign, Promised promised, String title, String body) {
        Role role = promised.promise().by();
        UUID promise = promised.promise().id();
        return person(association, role)
                .flatMap(author -> promised.promise().kind() == Plan.Telling.REPORT
                        ? reports.report(association, campaign, promise, text(title), text(body), author, role)
                        : updates.tell(
                                association, campaign.campaign().id(), promise, text(title), text(body), author, role));
    }

    private Mono<UUID> person(Association association, Role role) {
        return DemoPerson.of(association.slug()).stream()
                .filter(person -> person.role() == role)
                .findFirst()
                .map(person -> people.findByEmail(person.email()).map(Person::id))
                .orElseGet(Mono::empty);
    }
}
