package org.tremplin.operation.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.transparency.Decision;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.Proving;
import org.tremplin.transparency.Spending;
import reactor.core.publisher.Mono;

/** What associations buy with the gifts of the story: treasurers enter and prove it, presidents decide. */
@Component
class Purchases {

    private static final LocalTime EVENING = LocalTime.of(19, 10);
    private static final LocalTime NIGHT = LocalTime.of(19, 25);
    private static final LocalTime NOON = LocalTime.of(12, 40);

    /** More than the story has. */
    private static final int MOST = 50;

    private final Spending spending;
    private final Proving proving;
    private final Campaigns campaigns;
    private final Associations associations;
    private final Memberships memberships;
    private final Audit audit;

    Purchases(
            Spending spending,
            Proving proving,
            Campaigns campaigns,
            Associations associations,
            Memberships memberships,
            Audit audit) {
        this.spending = spending;
        this.proving = proving;
        this.campaigns = campaigns;
        this.associations = associations;
        this.memberships = memberships;
        this.audit = audit;
    }

    /** Entered by the treasurer and not decided. @param line label of a line of the budget */
    Step waiting(PublishedCampaign campaign, int day, String line, Bill bill) {
        return new Step(
                day, EVENING, by(campaign, Role.TREASURER, treasurer -> entered(campaign, line, bill, treasurer)));
    }

    /** Entered on this day, approved on the next. */
    List<Step> bought(PublishedCampaign campaign, int day, String line, Bill bill) {
        return List.of(
                waiting(campaign, day, line, bill),
                decided(
                        campaign,
                        day + 1,
                        bill,
                        (expense, president) ->
                                spending.approve(expense.association(), expense.id(), expense.version(), president)));
    }

    /** Entered on this day, refused on the next. */
    List<Step> refused(PublishedCampaign campaign, int day, String line, Bill bill, String why) {
        return List.of(
                waiting(campaign, day, line, bill),
                decided(
                        campaign,
                        day + 1,
                        bill,
                        (expense, president) -> spending.refuse(
                                expense.association(), expense.id(), expense.version(), why, president)));
    }

    /** Its author tries to approve it on the evening they entered it: nobody may, and the log of acts says so. */
    Step triedAlone(PublishedCampaign campaign, int day, Bill bill) {
        UUID association = campaign.campaign().association().value();
        return new Step(
                day,
                NIGHT,
                by(
                        campaign,
                        Role.TREASURER,
                        treasurer -> known(campaign, bill)
                                .filter(expense -> expense.state() == ExpenseState.SUBMITTED)
                                .filterWhen(expense -> audit.before(Audit.FROM_THE_TOP, MOST, association)
                                        .any(act -> act.act().equals("expense.own-refused"))
                                        .map(tried -> !tried))
                                .flatMap(expense ->
                                        spending.approve(association, expense.id(), expense.version(), treasurer))));
    }

    private Step decided(PublishedCampaign campaign, int day, Bill bill, Deciding deciding) {
        return new Step(
                day,
                NOON,
                by(
                        campaign,
                        Role.PRESIDENT,
                        president -> known(campaign, bill)
                                .filter(expense -> expense.state() == ExpenseState.SUBMITTED)
                                .flatMap(expense -> deciding.on(expense, president))
                                .map(Purchases::done)));
    }

    private Mono<Expense> known(PublishedCampaign campaign, Bill bill) {
        return Mono.defer(
                () -> spending.newest(campaign.campaign().association().value(), MOST)
                        .filter(expense -> expense.invoice().purpose().equals(bill.purpose()))
                        .next());
    }

    private Mono<Expense> entered(PublishedCampaign campaign, String line, Bill bill, UUID treasurer) {
        return known(campaign, bill)
                .switchIfEmpty(Mono.defer(() -> line(campaign, line)
                        .flatMap(id -> spending.draft(
                                campaign.campaign().association().value(),
                                Expense.Kind.EXPENSE,
                                bill.on(campaign.campaign().id().value(), id),
                                treasurer))))
                .filter(expense -> expense.state() == ExpenseState.DRAFT)
                .flatMap(draft -> proven(draft, bill, treasurer)
                        .then(Mono.defer(() -> spending.submit(draft.association(), draft.id(), treasurer)))
                        .map(Purchases::done));
    }

    private Mono<Void> proven(Expense expense, Bill bill, UUID treasurer) {
        return bill.paper() == Bill.Paper.NONE
                ? Mono.empty()
                : associations
                        .find(new AssociationId(expense.association()))
                        .map(Association::name)
                        .flatMap(
                                customer -> proving.add(expense, "facture.pdf", Invoice.pdf(bill, customer), treasurer))
                        .filter(proof -> bill.paper() == Bill.Paper.REVEALED)
                        .flatMap(proof -> proving.reveal(expense, proof, Invoice.zones()));
    }

    /** Of the edition in force: an amendment may have added it. */
    private Mono<UUID> line(PublishedCampaign campaign, String label) {
        return campaigns
                .findPublished(campaign.campaign().id())
                .map(now -> now.plan().lines().stream()
                        .filter(line -> line.label().equals(label))
                        .map(Plan.BudgetLine::id)
                        .findFirst()
                        .orElseThrow());
    }

    /** As the first of this role, who is noted in the log of acts. */
    private <T> Mono<T> by(PublishedCampaign campaign, Role role, Function<UUID, Mono<T>> act) {
        return Mono.defer(() -> memberships
                .persons(campaign.campaign().association(), role)
                .next()
                .flatMap(person -> act.apply(person)
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                new SignedInPerson(person, "", false, "fr")))));
    }

    private static Expense done(Decision decision) {
        return decision.fold(
                expense -> expense,
                () -> {
                    throw new IllegalStateException("Nobody decides on their own expense");
                },
                Purchases::late,
                Purchases::late,
                lacking -> {
                    throw new IllegalStateException("No reason is told for more than is left: " + lacking);
                });
    }

    private static Expense late(Expense expense) {
        throw new IllegalStateException("Decided already: " + expense.state());
    }

    private interface Deciding {
        Mono<Decision> on(Expense expense, UUID person);
    }
}
