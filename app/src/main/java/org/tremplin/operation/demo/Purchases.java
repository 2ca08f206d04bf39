package org.tremplin.operation.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.Spending;
import reactor.core.publisher.Mono;

/** What associations buy with the gifts of the story: treasurers enter it, presidents decide. */
@Component
class Purchases {

    private static final LocalTime EVENING = LocalTime.of(19, 10);

    /** More than the story has. */
    private static final int MOST = 50;

    private final Spending spending;
    private final Memberships memberships;

    Purchases(Spending spending, Memberships memberships) {
        this.spending = spending;
        this.memberships = memberships;
    }

    /** Entered by the treasurer and not decided. @param line label of a line of the budget */
    Step waiting(PublishedCampaign campaign, int day, String line, Bill bill) {
        AssociationId association = campaign.campaign().association();
        return new Step(
                day,
                EVENING,
                Mono.defer(() -> spending.newest(association.value(), MOST)
                        .filter(known -> known.invoice().purpose().equals(bill.purpose()))
                        .next()
                        .switchIfEmpty(Mono.defer(() -> enter(association, campaign, line, bill)))));
    }

    private Mono<Expense> enter(AssociationId association, PublishedCampaign campaign, String line, Bill bill) {
        return memberships
                .persons(association, Role.TREASURER)
                .next()
                .flatMap(treasurer -> spending.draft(
                                association.value(),
                                Expense.Kind.EXPENSE,
                                bill.on(campaign, line(campaign, line)),
                                treasurer)
                        .flatMap(draft -> spending.submit(association.value(), draft.id(), treasurer)
                                .thenReturn(draft)));
    }

    private static UUID line(PublishedCampaign campaign, String label) {
        return campaign.plan().lines().stream()
                .filter(line -> line.label().equals(label))
                .map(Plan.BudgetLine::id)
                .findFirst()
                .orElseThrow();
    }

    /** An invoice that is paid. @param account of the French chart */
    record Bill(long cents, LocalDate on, String supplier, String purpose, String account) {

        private static final String MISSION = "C1.1.a";

        Expense.Invoice on(PublishedCampaign campaign, UUID line) {
            UUID id = campaign.campaign().id().value();
            return new Expense.Invoice(
                    on,
                    supplier,
                    false,
                    purpose,
                    Expense.Paid.BANK,
                    on,
                    "",
                    null,
                    false,
                    List.of(new Expense.Part(id, line, cents, account, MISSION, true)));
        }
    }
}
