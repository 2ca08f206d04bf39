package org.tremplin.operation.demo;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Founded;
import org.tremplin.association.Founding;
import org.tremplin.association.Profile;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Publication;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.Giving;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.event.Pump;
import org.tremplin.platform.file.Files;
import org.tremplin.platform.persistence.SteerableClock;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets things happen on a day of the past, by the paths that members and donors take. */
@Component
class Storyteller {

    private static final Logger log = LoggerFactory.getLogger(Storyteller.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final LocalTime EVENING = LocalTime.of(20, 30);
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final int ACCOUNTANT_STAYS_DAYS = 180;

    private final SteerableClock clock;
    private final People people;
    private final Founding founding;
    private final CampaignDesign design;
    private final Campaigns campaigns;
    private final Files files;
    private final Giving giving;
    private final ObjectProvider<SimulatedBank> bank;
    private final Pump pump;

    Storyteller(
            SteerableClock clock,
            People people,
            Founding founding,
            CampaignDesign design,
            Campaigns campaigns,
            Files files,
            Giving giving,
            ObjectProvider<SimulatedBank> bank,
            Pump pump) {
        this.clock = clock;
        this.people = people;
        this.founding = founding;
        this.design = design;
        this.campaigns = campaigns;
        this.files = files;
        this.giving = giving;
        this.bank = bank;
        this.pump = pump;
    }

    /**
     * The association with its people, presidents first.
     *
     * @param receipts why it may issue tax receipts; empty when it does not
     */
    Mono<Association> found(LocalDate on, LocalDate today, String slug, Profile profile, String receipts) {
        List<DemoPerson> members = DemoPerson.of(slug);
        return at(on, EVENING)
                .then(Mono.defer(() -> welcome(members.get(0))))
                .flatMap(founder -> founding.found(profile, founder.id())
                        .flatMap(Storyteller::done)
                        .flatMap(association -> Flux.fromIterable(members)
                                .skip(1)
                                .concatMap(member -> join(association, member, today))
                                .then(declare(association, receipts, founder))
                                .thenReturn(association)));
    }

    Mono<CampaignId> draft(LocalDate on, Association of, String slug, Plan plan) {
        return at(on, EVENING).then(Mono.defer(() -> design.create(of.id(), slug, plan)));
    }

    /** A draft of the evening before, public in the morning of its first day. */
    Mono<PublishedCampaign> publish(LocalDate on, Association of, String slug, Plan plan) {
        return draft(on.minusDays(1), of, slug, plan)
                .flatMap(id -> at(on, MORNING)
                        .then(Mono.defer(() -> design.publish(of.id(), id, Role.PRESIDENT, "")))
                        .flatMap(publication -> publication.<Mono<PublishedCampaign>>fold(
                                published -> campaigns.findPublished(id), refused -> Mono.error(notPublic(refused)))));
    }

    /** Each gift on its day of the campaign, up to today; those of a day are settled that day. */
    Mono<Void> give(PublishedCampaign to, LocalDate firstDay, LocalDate today, GiftTable gifts) {
        SimulatedBank simulated = bank.getIfAvailable();
        if (simulated == null) {
            log.info("Payments are not simulated: the sample campaign {} starts without gifts", slug(to));
            return Mono.empty();
        }
        Map<Integer, List<GiftTable.Row>> byDay = gifts.rows().stream()
                .collect(Collectors.groupingBy(GiftTable.Row::day, TreeMap::new, Collectors.toList()));
        return Flux.fromIterable(byDay.entrySet())
                .concatMap(day -> Flux.fromIterable(day.getValue())
                        .sort(Comparator.comparing(GiftTable.Row::time))
                        .concatMap(gift -> at(firstDay.plusDays(day.getKey() - 1L), today, gift.time())
                                .then(Mono.defer(() -> pay(to, gift, simulated))))
                        .then(Mono.defer(pump::drain)))
                .then();
    }

    Mono<Void> close(LocalDate on, PublishedCampaign campaign) {
        return at(on, MORNING)
                .then(Mono.defer(() -> design.close(
                        campaign.campaign().association(), campaign.campaign().id())))
                .then(Mono.defer(pump::drain));
    }

    /** Stores a picture that is already drawn as uploads are drawn anew. */
    Mono<UUID> cover(LocalDate on, byte[] jpeg) {
        return at(on, EVENING).then(Mono.defer(() -> files.storePublic(jpeg, "image/jpeg")));
    }

    private Mono<URI> pay(PublishedCampaign to, GiftTable.Row gift, SimulatedBank simulated) {
        return giving.give(slug(to), gift.fields(to.plan()), Language.FR)
                .map(page -> page.getPath().substring(page.getPath().lastIndexOf('/') + 1))
                .flatMap(session -> simulated.decide(session, SimulatedBank.Outcome.PAID));
    }

    private Mono<Person> welcome(DemoPerson person) {
        return people.welcome(person.email(), person.name(), Language.FR.code());
    }

    private Mono<Void> join(Association association, DemoPerson member, LocalDate today) {
        return welcome(member)
                .flatMap(person -> founding.join(
                        association.id(),
                        person.id(),
                        member.role(),
                        member.role() == Role.ACCOUNTANT ? today.plusDays(ACCOUNTANT_STAYS_DAYS) : null));
    }

    private Mono<Void> declare(Association association, String receipts, Person declarer) {
        return receipts.isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> founding.declareReceipts(association.id(), receipts, declarer.id()));
    }

    private Mono<Void> at(LocalDate day, LocalTime time) {
        return Mono.fromRunnable(() -> clock.set(day.atTime(time).atZone(ZONE).toInstant()));
    }

    /** What happens today happens now: the hour of the table may still be to come. */
    private Mono<Void> at(LocalDate day, LocalDate today, LocalTime time) {
        return day.isBefore(today) ? at(day, time) : Mono.fromRunnable(clock::reset);
    }

    private static Mono<Association> done(Founded founded) {
        return founded.fold(Mono::just, other -> Mono.error(new IllegalStateException("Only one: " + other)));
    }

    private static IllegalStateException notPublic(Publication.Refused refused) {
        return new IllegalStateException("Not published: " + refused.missing());
    }

    private static String slug(PublishedCampaign campaign) {
        return campaign.campaign().slug();
    }
}
