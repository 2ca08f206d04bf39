package org.tremplin;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Ledger;
import org.tremplin.ledger.Posting;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.Spending;

/** Money of one campaign that comes and goes, in the books of tests. */
public record Movements(Ledger ledger, Spending spending, PublishedCampaign campaign) {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    public void gift(long cents) {
        post("gift", null, -cents, "75411", "P1.2.a");
    }

    /** On the automatic line of collection costs, the last one of sample plans. */
    public void fee(long cents) {
        List<UUID> lines =
                campaign.plan().lines().stream().map(line -> line.id()).toList();
        post("fee", lines.get(lines.size() - 1), cents, "627", "C2.1");
    }

    private void post(String label, @Nullable UUID line, long cents, String account, String crod) {
        UUID own = id();
        ledger.post(List.of(new Posting(
                        association(),
                        "VENTES",
                        DAY,
                        new Posting.Source("test", UUID.randomUUID(), label),
                        label,
                        List.of(
                                new Entry(account, cents, "EUR", own, line, crod, true),
                                new Entry("5115", -cents, "EUR", own, null, null, true)))))
                .block();
    }

    /** Entered by one person and approved by another. @param line its place in the plan */
    public UUID spend(int line, long cents, String purpose, String supplier, boolean shown) {
        UUID author = UUID.randomUUID();
        Expense.Invoice invoice = new Expense.Invoice(
                DAY,
                supplier,
                shown,
                purpose,
                Expense.Paid.BANK,
                DAY,
                "",
                null,
                false,
                List.of(new Expense.Part(id(), campaign.plan().lines().get(line).id(), cents, "6063", "C1.1.a", true)));
        Expense draft = Objects.requireNonNull(spending.draft(association(), Expense.Kind.EXPENSE, invoice, author)
                .block());
        spending.submit(association(), draft.id(), author).block();
        spending.approve(association(), draft.id(), draft.version(), UUID.randomUUID())
                .block();
        return draft.id();
    }

    private UUID id() {
        return campaign.campaign().id().value();
    }

    private UUID association() {
        return campaign.campaign().association().value();
    }
}
