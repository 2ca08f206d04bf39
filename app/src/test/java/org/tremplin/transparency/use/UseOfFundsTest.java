package org.tremplin.transparency.use;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.ledger.Books;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Ledger;
import org.tremplin.ledger.Posting;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Decision;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.Spending;
import org.tremplin.transparency.UseOfFunds;

/** The figures of a campaign against its books on the real database, after a history of 500 steps. */
@TestApplication
@Import(Samples.class)
class UseOfFundsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final int STEPS = 500;

    @Autowired
    Samples samples;

    @Autowired
    Spending spending;

    @Autowired
    UseOfFunds funds;

    @Autowired
    Ledger ledger;

    @Autowired
    Books books;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignDesign design;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private final UUID author = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();
    private final Random random = new Random(20_261_122);
    private final List<Expense> spent = new ArrayList<>();

    /** The most that proofs of an expense, or of a version it corrects, were given for; by expense, in cents. */
    private final Map<UUID, Long> proven = new HashMap<>();

    @BeforeEach
    void campaign() {
        String once = UUID.randomUUID().toString().substring(24);
        association = samples.association("Jardins " + once);
        campaign = samples.campaign(association, "jardin-" + once);
    }

    @Test
    void equalTheBooksAfterAnyHistory() {
        for (int step = 1; step <= STEPS; step++) {
            switch (random.nextInt(11)) {
                case 0, 1, 2, 3, 4 -> gift();
                case 5 -> goBack();
                case 6, 7 -> expense();
                case 8 -> correct();
                case 9 -> prove();
                default -> amend(step);
            }
            if (step % 100 == 0) {
                check();
            }
        }
        assertThat(books.compareTotals().block()).isZero();
    }

    @Test
    void takesACommitmentAwayAsItIsSpent() {
        UUID line = line(0).id();
        Expense quote =
                approved(spending.draft(id(), Expense.Kind.COMMITMENT, invoice(null, false, line, 40_000), author)
                        .block());
        assertThat(read().line(line).committedCents()).isEqualTo(40_000);

        approved(draft(quote.id(), false, line, 15_000));
        assertThat(read().line(line).committedCents()).isEqualTo(25_000);
        CampaignUse.Line read = read().line(line);
        assertThat(read.spentCents() + read.elsewhereSpentCents()).isEqualTo(15_000);

        Expense last = approved(draft(quote.id(), true, line, 20_000));
        assertThat(read().line(line).committedCents()).isZero();

        correct(last, last.invoice().nothing());
        assertThat(read().line(line).committedCents()).isEqualTo(25_000);
    }

    @Test
    void isFoundForSeveralCampaignsInTheirOrder() {
        PublishedCampaign other = samples.campaign(
                association, "autre-" + UUID.randomUUID().toString().substring(24));
        assertThat(funds.of(List.of(other, campaign))
                        .map(CampaignUse::campaign)
                        .collectList()
                        .block())
                .containsExactly(
                        other.campaign().id().value(), campaign.campaign().id().value());
    }

    private void gift() {
        UUID line = random.nextInt(4) == 0 ? line(random.nextInt(3)).id() : null;
        long cents = 500 + random.nextInt(20_000);
        post("gift", line, -cents, "75411", "P1.2.a");
        post("fee", line(2).id(), 25 + random.nextInt(200), "627", "C2.1");
    }

    /** A refund or a lost dispute. */
    private void goBack() {
        post("refund", random.nextBoolean() ? line(0).id() : null, 500 + random.nextInt(2_000), "75411", "P1.2.a");
    }

    private void post(String label, UUID line, long cents, String account, String crod) {
        UUID own = campaign.campaign().id().value();
        Posting posting = new Posting(
                id(),
                "VENTES",
                DAY,
                new Posting.Source("test", UUID.randomUUID(), label),
                label,
                List.of(
                        new Entry(account, cents, "EUR", own, line, crod, true),
                        new Entry("5115", -cents, "EUR", own, null, null, true)));
        ledger.post(List.of(posting)).block();
    }

    private void expense() {
        Expense expense = draft(null, false, line(random.nextInt(3)).id(), 100 + random.nextInt(15_000));
        if (random.nextInt(5) == 0) {
            spending.submit(id(), expense.id(), author).block();
            spending.refuse(id(), expense.id(), 1, "hors budget", approver).block();
        } else {
            spent.add(approved(expense));
        }
    }

    private void correct() {
        if (!spent.isEmpty()) {
            Expense old = spent.remove(random.nextInt(spent.size()));
            Expense.Invoice next = random.nextBoolean()
                    ? old.invoice().nothing()
                    : invoice(null, false, line(random.nextInt(3)).id(), 100 + random.nextInt(15_000));
            Expense corrected = correct(old, next);
            if (!corrected.reversal()) {
                spent.add(corrected);
                proven.put(corrected.id(), proven.getOrDefault(old.id(), 0L));
            }
        }
    }

    private void prove() {
        if (spent.isEmpty()) {
            return;
        }
        Expense expense = spent.get(random.nextInt(spent.size()));
        boolean withdrawn = random.nextInt(4) == 0;
        database.sql("""
                insert into transparency.proof (id, association_id, expense, kind, state, added_by, added_at, file_name,
                  original_type, original_size, statement, published_on, withdrawn_on)
                values (gen_random_uuid(), :association, :expense, 'ATTESTATION', :state, gen_random_uuid(), now(), '', '',
                  0, 'Attestation', :day, :withdrawn)
                """)
                .bind("association", id())
                .bind("expense", expense.id())
                .bind("state", withdrawn ? "WITHDRAWN" : "PUBLISHED")
                .bind("day", DAY)
                .bind("withdrawn", Parameters.in(R2dbcType.DATE, withdrawn ? DAY : null))
                .then()
                .block();
        if (!withdrawn) {
            proven.merge(expense.id(), expense.cents(), Math::max);
        }
    }

    private Expense correct(Expense old, Expense.Invoice next) {
        Expense correction = done(
                spending.correct(id(), old.id(), next, "correction", author).block());
        return approved(correction);
    }

    private void amend(int step) {
        Plan plan = campaign.plan();
        List<Plan.BudgetLine> lines = plan.lines().stream()
                .map(line -> {
                    long asked = 10_000L + random.nextInt(90_000);
                    return new Plan.BudgetLine(
                            line.id(),
                            line.label(),
                            line.purpose(),
                            asked,
                            asked,
                            line.need(),
                            line.indispensable(),
                            line.expectedResult(),
                            line.collectionCosts());
                })
                .toList();
        design.revise(
                        association.id(),
                        campaign.campaign().id(),
                        plan.budgeted(lines, plan.resources(), plan.belowGoal(), plan.aboveGoal()))
                .block();
        design.publish(association.id(), campaign.campaign().id(), Role.PRESIDENT, "avenant " + step)
                .block();
        campaign = campaigns.findPublished(campaign.campaign().id()).block();
    }

    private void check() {
        CampaignUse use = read();
        assertThat(use.total().receivedCents()).isEqualTo(sum("-sum(cents)", "account like '754%'"));
        assertThat(use.total().spentCents()).isEqualTo(sum("sum(cents)", "account like '6%' and public_generosity"));
        assertThat(use.total().elsewhereSpentCents())
                .isEqualTo(sum("sum(cents)", "account like '6%' and not public_generosity"));
        for (CampaignUse.Line line : use.lines()) {
            String own = " and budget_line_id = '" + line.id() + "'";
            assertThat(line.spentCents()).isEqualTo(sum("sum(cents)", "account like '6%' and public_generosity" + own));
            assertThat(line.chosenCents()).isEqualTo(sum("-sum(cents)", "account like '754%'" + own));
            assertThat(line.spentCents() - line.provenCents()).isEqualTo(unproven(line.id(), true));
            assertThat(line.elsewhereSpentCents() - line.elsewhereProvenCents()).isEqualTo(unproven(line.id(), false));
        }
    }

    private long unproven(UUID line, boolean gifts) {
        return spent.stream()
                .filter(expense -> proven.getOrDefault(expense.id(), 0L) < expense.cents())
                .flatMap(expense -> expense.invoice().parts().stream())
                .filter(part -> part.line().equals(line) && part.publicGenerosity() == gifts)
                .mapToLong(Expense.Part::cents)
                .sum();
    }

    private long sum(String what, String where) {
        return database.sql("select coalesce(" + what
                        + ", 0)::bigint from ledger.entry where campaign_id = :campaign and " + where)
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private CampaignUse read() {
        return funds.of(campaign).block();
    }

    private Expense draft(UUID commitment, boolean settles, UUID line, long cents) {
        return spending.draft(id(), Expense.Kind.EXPENSE, invoice(commitment, settles, line, cents), author)
                .block();
    }

    private Expense approved(Expense draft) {
        done(spending.submit(id(), draft.id(), author).block());
        Expense approved = done(
                spending.approve(id(), draft.id(), draft.version(), approver).block());
        assertThat(approved.state()).isIn(ExpenseState.APPROVED, ExpenseState.PAID);
        return approved;
    }

    private static Expense done(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        return ((Decision.Done) decision).expense();
    }

    private Expense.Invoice invoice(UUID commitment, boolean settles, UUID line, long cents) {
        boolean later = random.nextInt(3) == 0;
        return new Expense.Invoice(
                DAY,
                "Scierie du Val",
                false,
                "Les planches",
                later ? Expense.Paid.LATER : Expense.Paid.BANK,
                later ? null : DAY,
                "",
                commitment,
                settles,
                List.of(new Expense.Part(
                        campaign.campaign().id().value(), line, cents, "6063", "C1.1.a", random.nextInt(4) > 0)));
    }

    private Plan.BudgetLine line(int number) {
        return campaign.plan().lines().get(number);
    }

    private UUID id() {
        return association.id().value();
    }
}
