package org.tremplin.operation.demo;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
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
import org.tremplin.donation.DonationState;
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

/**
 * Lets things happen on a day of the past, by the paths that members and donors take. What is found done already is not
 * done again, so that a story that was interrupted goes on where it was.
 */
@Component
class Storyteller {

    private static final Logger log = LoggerFactory.getLogger(Storyteller.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final LocalTime EVENING = LocalTime.of(20, 30);
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final int ACCOUNTANT_STAYS_DAYS = 180;

    private final SteerableClock clock;
    private final Told told;
    private final People people;
    private final Associations associations;
    private final Founding founding;
    private final CampaignDesign design;
    private final Campaigns campaigns;
    private final Files files;
    private final Giving giving;
    private final ObjectProvider<SimulatedBank> bank;
    private final Pump pump;
    private final TransactionalOperator transaction;

    Storyteller(
            SteerableClock clock,
            Told told,
            People people,
            Associations associations,
            Founding founding,
            CampaignDesign design,
            Campaigns campaigns,
            Files files,
            Giving giving,
            ObjectProvider<SimulatedBank> bank,
            Pump pump,
            TransactionalOperator transaction) {
        this.clock = clock;
        this.told = told;
        this.people = people;
        this.associations = associations;
        this.founding = founding;
        this.design = design;
        this.campaigns = campaigns;
        this.files = files;
        this.giving = giving;
        this.bank = bank;
        this.pump = pump;
        this.transaction = transaction;
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
                .flatMap(founder -> associations
                        .findBySlug(slug)
                        .switchIfEmpty(Mono.defer(
                                () -> founding.found(profile, founder.id()).flatMap(Storyteller::done)))
                        .flatMap(association -> Flux.fromIterable(members)
                                .skip(1)
                                .concatMap(member -> join(association, member, today))
                                .then(declare(association, receipts, founder))
                                .thenReturn(association)));
    }

    /**
     * @param cover a picture that is already drawn as uploads are drawn anew
     * @param plan made with the id of its cover
     */
    Mono<CampaignId> draft(LocalDate on, Association of, String slug, byte[] cover, Function<UUID, Plan> plan) {
        return told.campaign(of, slug)
                .switchIfEmpty(Mono.defer(() -> at(on, EVENING)
                        .then(Mono.defer(() -> files.storePublic(cover, "image/jpeg")
                                .flatMap(stored -> design.create(of.id(), slug, plan.apply(stored)))
                                .as(transaction::transactional)))));
    }

    /** A draft of the evening before, public in the morning of its first day. */
    Mono<PublishedCampaign> publish(
            LocalDate on, Association of, String slug, byte[] cover, Function<UUID, Plan> plan) {
        return draft(on.minusDays(1), of, slug, cover, plan)
                .flatMap(id -> campaigns.findPublished(id).switchIfEmpty(Mono.defer(() -> publish(on, of, id))));
    }

    private Mono<PublishedCampaign> publish(LocalDate on, Association of, CampaignId id) {
        return at(on, MORNING)
                .then(Mono.defer(() -> design.publish(of.id(), id, Role.PRESIDENT, "")))
                .flatMap(publication -> publication.<Mono<PublishedCampaign>>fold(
                        published -> campaigns.findPublished(id), refused -> Mono.error(notPublic(refused))));
    }

    /** Each gift on its day of the campaign; those of a day are settled that day. */
    Mono<Void> give(PublishedCampaign to, LocalDate firstDay, GiftTable gifts) {
        SimulatedBank simulated = bank.getIfAvailable();
        if (simulated == null) {
            log.info("Payments are not simulated: the sample campaign {} starts without gifts", slug(to));
            return Mono.empty();
        }
        CampaignId campaign = to.campaign().id();
        return begun(campaign, gifts)
                .flatMap(begun -> Mono.justOrEmpty(gifts.last(campaign, begun.keySet())))
                // the rest of the day of the last one: the days before were settled
                .flatMap(last -> hear(firstDay, last, simulated)
                        .then(Mono.defer(() -> begun(campaign, gifts)))
                        .map(begun -> gifts.after(last.day(), campaign, begun)))
                .defaultIfEmpty(gifts)
                .flatMap(rest -> give(to, firstDay, rest, simulated));
    }

    private Mono<Void> give(PublishedCampaign to, LocalDate firstDay, GiftTable gifts, SimulatedBank simulated) {
        return Flux.fromIterable(gifts.byDay().entrySet())
                .concatMap(day -> Flux.fromIterable(day.getValue())
                        .concatMap(gift -> at(firstDay, gift).then(Mono.defer(() -> pay(to, gift, simulated))))
                        .then(Mono.defer(pump::drain)))
                .then();
    }

    private Mono<Map<String, DonationState>> begun(CampaignId campaign, GiftTable gifts) {
        return giving.begun(
                campaign.value(),
                gifts.rows().stream().map(row -> row.key(campaign)).toList());
    }

    /** What was under way when the story was interrupted happens in the hour of the last gift. */
    private Mono<Void> hear(LocalDate firstDay, GiftTable.Row last, SimulatedBank simulated) {
        return at(firstDay, last).then(Mono.defer(simulated::tellAgain)).then(Mono.defer(pump::drain));
    }

    Mono<Void> close(LocalDate on, PublishedCampaign campaign) {
        return at(on, MORNING)
                .then(Mono.defer(() -> design.close(
                        campaign.campaign().association(), campaign.campaign().id())))
                .then(Mono.defer(pump::drain));
    }

    private Mono<URI> pay(PublishedCampaign to, GiftTable.Row gift, SimulatedBank simulated) {
        return giving.give(slug(to), gift.fields(to), Language.FR)
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
        return receipts.isEmpty() || association.receipts().declared()
                ? Mono.empty()
                : Mono.defer(() -> founding.declareReceipts(association.id(), receipts, declarer.id()));
    }

    private Mono<Void> at(LocalDate day, LocalTime time) {
        return Mono.fromRunnable(() -> clock.set(day.atTime(time).atZone(ZONE).toInstant()));
    }

    /** What happens today happens now: the hour of the table may still be to come. */
    private Mono<Void> at(LocalDate firstDay, GiftTable.Row gift) {
        LocalDate day = firstDay.plusDays(gift.day() - 1L);
        return Mono.<Void>fromRunnable(clock::reset)
                .then(Mono.defer(() -> day.isBefore(LocalDate.ofInstant(clock.instant(), ZONE))
                        ? at(day, gift.time())
                        : Mono.empty()));
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
