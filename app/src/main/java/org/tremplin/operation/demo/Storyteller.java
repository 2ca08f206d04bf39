package org.tremplin.operation.demo;

import static org.tremplin.operation.demo.Words.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.association.Founded;
import org.tremplin.association.Founding;
import org.tremplin.association.Means;
import org.tremplin.association.Payees;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Formalities;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Publication;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.capacity.Preparation;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.platform.event.Pump;
import org.tremplin.platform.file.Files;
import org.tremplin.platform.web.Language;
import org.tremplin.transparency.Remainder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets things happen on a day of the past, by the paths that members and donors take. What is found done already is not
 * done again, so that a story that was interrupted goes on where it was.
 */
@Component
class Storyteller {

    private static final LocalTime EVENING = LocalTime.of(20, 30);
    private static final LocalTime EARLY = LocalTime.of(7, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final int ACCOUNTANT_STAYS_DAYS = 180;
    private static final int BOARD_MEETS_DAYS_BEFORE = 12;
    private static final int FIRST_ROLE_LASTS_DAYS = 90;

    private final Days days;
    private final Told told;
    private final People people;
    private final Associations associations;
    private final Founding founding;
    private final Payees payees;
    private final CampaignDesign design;
    private final Campaigns campaigns;
    private final Files files;
    private final Correspondent correspondent;
    private final Pump pump;
    private final TransactionalOperator transaction;

    Storyteller(
            Days days,
            Told told,
            People people,
            Associations associations,
            Founding founding,
            Payees payees,
            CampaignDesign design,
            Campaigns campaigns,
            Files files,
            Correspondent correspondent,
            Pump pump,
            TransactionalOperator transaction) {
        this.days = days;
        this.told = told;
        this.people = people;
        this.associations = associations;
        this.founding = founding;
        this.payees = payees;
        this.design = design;
        this.campaigns = campaigns;
        this.files = files;
        this.correspondent = correspondent;
        this.pump = pump;
        this.transaction = transaction;
    }

    /** The association with its people, presidents first, and its campaign. */
    Mono<PublishedCampaign> open(Opening opening, LocalDate today, Papers papers) {
        return open(opening, today, papers, association -> Mono.empty());
    }

    /** @param before what the association does before it drafts its campaign */
    Mono<PublishedCampaign> open(
            Opening opening, LocalDate today, Papers papers, Function<AssociationId, Mono<Void>> before) {
        return found(opening, today)
                .flatMap(association -> before.apply(association.id())
                        .then(Mono.defer(() -> publish(opening, association, today, papers))));
    }

    private Mono<Association> found(Opening opening, LocalDate today) {
        List<DemoPerson> members = DemoPerson.of(opening.slug());
        return days.at(opening.founded(today), EVENING)
                .then(Mono.defer(() -> welcome(members.get(0))))
                .flatMap(founder -> associations
                        .findBySlug(opening.slug())
                        .switchIfEmpty(Mono.defer(() ->
                                founding.found(opening.profile(), founder.id()).flatMap(Storyteller::done)))
                        .flatMap(association -> Flux.fromIterable(members)
                                .skip(1)
                                .concatMap(member -> join(association, member, opening, today))
                                .then(declare(association, opening.receipts(), founder))
                                .then(declare(association, opening, founder))
                                .thenReturn(association)));
    }

    /**
     * @param papers that publication asks for, there since that day
     * @param cover a picture that is already drawn as uploads are drawn anew
     * @param plan made with the id of its cover
     */
    Mono<CampaignId> draft(
            LocalDate on,
            AssociationId of,
            String slug,
            Formalities papers,
            Preparation preparation,
            byte[] cover,
            Function<UUID, Plan> plan) {
        return told.campaign(of, slug)
                .switchIfEmpty(Mono.defer(() -> days.at(on, EVENING)
                        .then(Mono.defer(() -> files.storePublic(cover, "image/jpeg")
                                .flatMap(stored -> design.create(of, slug, plan.apply(stored)))
                                .flatMap(made -> design.attest(of, made, papers)
                                        .then(design.prepare(of, made, preparation))
                                        .thenReturn(made))
                                .as(transaction::transactional)))));
    }

    /** A draft of the evening before, public in the morning of its first day. */
    private Mono<PublishedCampaign> publish(Opening opening, Association of, LocalDate today, Papers papers) {
        LocalDate on = opening.opens(today);
        return draft(
                        on.minusDays(1),
                        of.id(),
                        opening.campaign(),
                        opening.formalities(on.minusDays(BOARD_MEETS_DAYS_BEFORE)),
                        opening.preparation(),
                        papers.picture(opening.paper() + ".jpg"),
                        cover -> opening.plan(cover, today, papers))
                .flatMap(id -> campaigns.findPublished(id).switchIfEmpty(Mono.defer(() -> publish(on, of, id))));
    }

    private Mono<PublishedCampaign> publish(LocalDate on, Association of, CampaignId id) {
        return days.at(on, MORNING)
                .then(Mono.defer(() -> design.publish(of.id(), id, Role.PRESIDENT, "")))
                .flatMap(publication -> publication.<Mono<PublishedCampaign>>fold(
                        published -> campaigns.findPublished(id), refused -> Mono.error(notPublic(refused))));
    }

    /**
     * Changes a public campaign in the open.
     *
     * @param edition number of the one this makes; nothing is done where it is there already
     */
    Mono<Void> amend(PublishedCampaign campaign, int edition, UnaryOperator<Plan> change, String reason) {
        AssociationId association = campaign.campaign().association();
        CampaignId id = campaign.campaign().id();
        return Mono.defer(() -> campaigns.findPublished(id))
                .filter(inForce -> inForce.edition().number() < edition)
                .flatMap(inForce -> design.revise(association, id, change.apply(inForce.plan()))
                        .then(Mono.defer(() -> design.publish(association, id, Role.PRESIDENT, text(reason)))))
                .flatMap(publication -> publication.<Mono<Void>>fold(
                        published -> Mono.empty(), refused -> Mono.error(notPublic(refused))));
    }

    /** On its last morning, before it ends. */
    Mono<Void> amend(LocalDate on, PublishedCampaign campaign, int edition, UnaryOperator<Plan> change, String reason) {
        return days.at(on, EARLY).then(amend(campaign, edition, change, reason)).then(Mono.defer(pump::drain));
    }

    /** Who joined in another role than they have in the end, takes that one up. */
    Mono<Void> handOver(LocalDate on, AssociationId association, String slug) {
        return days.at(on, EVENING)
                .thenMany(Flux.fromIterable(DemoPerson.of(slug)))
                .filter(person -> person.first() != person.role())
                .concatMap(member ->
                        welcome(member).flatMap(person -> founding.join(association, person.id(), member.role(), null)))
                .then();
    }

    Mono<Void> close(LocalDate on, PublishedCampaign campaign) {
        return days.at(on, MORNING)
                .then(Mono.defer(() -> design.close(
                        campaign.campaign().association(), campaign.campaign().id())))
                .then(Mono.defer(pump::drain));
    }

    /** What was promised to be told is told, on this day. */
    Mono<Void> tell(LocalDate on, PublishedCampaign campaign, Plan.Telling kind, String title, String body) {
        return correspondent.keep(on, campaign, kind, title, body);
    }

    /** Donors keep the seal of the journal that their mails of this day hold. */
    Step seals(PublishedCampaign campaign, int day) {
        return correspondent.seals(campaign, day);
    }

    /** What was not spent is kept for what the text says. */
    Mono<Void> carryOver(LocalDate on, PublishedCampaign campaign, String to, String reason) {
        return correspondent.carryOver(on, campaign, Remainder.Wish.purpose(text(to), text(reason)));
    }

    private Mono<Person> welcome(DemoPerson person) {
        return people.welcome(person.email(), person.name(), Language.FR.code());
    }

    private Mono<Void> join(Association association, DemoPerson member, Opening opening, LocalDate today) {
        return welcome(member)
                .flatMap(person ->
                        founding.join(association.id(), person.id(), member.first(), until(member, opening, today)));
    }

    private static @Nullable LocalDate until(DemoPerson member, Opening opening, LocalDate today) {
        if (member.first() != member.role()) {
            return opening.founded(today).plusDays(FIRST_ROLE_LASTS_DAYS);
        }
        return member.role() == Role.ACCOUNTANT ? today.plusDays(ACCOUNTANT_STAYS_DAYS) : null;
    }

    private Mono<Void> declare(Association association, String receipts, Person declarer) {
        return receipts.isEmpty() || association.receipts().declared()
                ? Mono.empty()
                : Mono.defer(() -> founding.declareReceipts(association.id(), receipts, declarer.id()));
    }

    private Mono<Void> declare(Association association, Opening opening, Person declarer) {
        return payees.accepts(association.id(), Means.TRANSFER)
                .filter(declared -> !declared)
                .flatMap(open ->
                        founding.declarePayee(association.id(), opening.transfer(), opening.cheque(), declarer.id()));
    }

    private static Mono<Association> done(Founded founded) {
        return founded.fold(Mono::just, other -> Mono.error(new IllegalStateException("Only one: " + other)));
    }

    private static IllegalStateException notPublic(Publication.Refused refused) {
        return new IllegalStateException("Not published: " + refused.missing());
    }
}
