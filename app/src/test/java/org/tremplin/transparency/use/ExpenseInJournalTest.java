package org.tremplin.transparency.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.association.Association;
import org.tremplin.association.Awaiting;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;
import org.tremplin.transparency.Decision;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.Spending;

/** What the public journal and whoever must act learn of expenses and amendments. */
@TestApplication
@Import(Samples.class)
class ExpenseInJournalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    @Autowired
    Samples samples;

    @Autowired
    Spending spending;

    @Autowired
    CampaignDesign design;

    @Autowired
    Awaiting awaiting;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private final UUID author = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();

    @BeforeEach
    void campaign() {
        String once = UUID.randomUUID().toString().substring(24);
        association = samples.association("Jardins " + once);
        campaign = samples.campaign(association, "jardin-" + once);
    }

    @Test
    void tellsAnExpenseItsApprovalAndItsCorrection() {
        Expense expense = approved(submitted("Scierie du Val", part(0, 12_000), part(1, 3_050)));
        pump.drain().block();
        List<String> first = leaves();
        assertThat(first).hasSize(3);
        assertThat(first.get(0))
                .startsWith("{\"cents\":12000,")
                .contains("\"purpose\":", "\"kind\":\"expense\"", "2026-11-10");
        assertThat(first.get(1)).contains("\"cents\":3050", "\"kind\":\"expense\"");
        assertThat(first.get(2)).contains("\"kind\":\"approval\"", "\"refs\":[0,1]", "2026-11-16");
        assertThat(first).noneMatch(leaf -> leaf.contains("Scierie") || leaf.contains("planches"));
        assertThat(texts()).containsOnly("Les planches des bacs");

        Expense.Invoice less = invoice("Scierie du Val", part(0, 10_000));
        Expense correction = done(spending.correct(id(), expense.id(), less, "remise du magasin", author)
                .block());
        done(spending.submit(id(), correction.id(), author).block());
        approved(correction);
        pump.drain().block();
        pump.drain().block();
        List<String> second = leaves().subList(3, leaves().size());
        assertThat(second).hasSize(4);
        assertThat(second.get(0)).contains("\"cents\":-12000", "\"kind\":\"amendment\"", "\"refs\":[0]");
        assertThat(second.get(1)).contains("\"cents\":-3050", "\"refs\":[1]");
        assertThat(second.get(2)).contains("\"cents\":10000", "\"kind\":\"expense\"");
        assertThat(second.get(3)).contains("\"kind\":\"approval\"", "\"refs\":[3,4,5]");
        assertThat(texts()).contains("remise du magasin");
    }

    @Test
    void tellsNothingOfARefusedExpenseOrACommitment() {
        Expense refused = submitted("Restaurant", part(0, 3_800));
        done(spending.refuse(id(), refused.id(), 1, "hors budget", approver).block());
        Expense quote = spending.draft(id(), Expense.Kind.COMMITMENT, invoice("Scierie", part(0, 40_000)), author)
                .block();
        done(spending.submit(id(), quote.id(), author).block());
        approved(quote);
        pump.drain().block();
        assertThat(leaves()).isEmpty();
    }

    @Test
    void tellsAnAmendmentOfTheBudgetWithItsReason() {
        Plan plan = campaign.plan();
        Plan.BudgetLine soil = plan.lines().get(0);
        Plan.BudgetLine tools = plan.lines().get(1);
        Plan amended = plan.budgeted(
                List.of(
                        Samples.costing(soil, 75_000),
                        Samples.costing(tools, 15_000),
                        plan.lines().get(2)),
                plan.resources(),
                plan.belowGoal(),
                plan.aboveGoal());
        design.revise(association.id(), campaign.campaign().id(), amended).block();
        design.publish(association.id(), campaign.campaign().id(), Role.TREASURER, "la mairie prête les outils")
                .block();
        pump.drain().block();

        List<String> leaves = leaves();
        assertThat(leaves).hasSize(2);
        assertThat(leaves.get(0)).contains("\"cents\":15000", "\"kind\":\"budget\"", "\"line\":", "2026-11-16");
        assertThat(leaves.get(1)).contains("\"cents\":-15000");
        assertThat(texts()).contains("la mairie prête les outils", "TREASURER", "60000", "75000");
    }

    @Test
    void waitsForWhoeverKeepsTheMoneyButNotForItsAuthor() {
        Expense expense = submitted("Scierie du Val", part(0, 12_000));
        assertThat(awaiting.of(association.id(), author, Role.TREASURER).block())
                .isEmpty();
        assertThat(awaiting.of(association.id(), approver, Role.EDITOR).block()).isEmpty();
        assertThat(awaiting.of(association.id(), approver, Role.PRESIDENT).block())
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.below()).isEqualTo("/depenses/" + expense.id());
                    assertThat(act.what()).isEqualTo("120,00\u00A0€");
                });
        approved(expense);
        assertThat(awaiting.of(association.id(), approver, Role.PRESIDENT).block())
                .isEmpty();
    }

    private Expense submitted(String supplier, Expense.Part... parts) {
        Expense draft = spending.draft(id(), Expense.Kind.EXPENSE, invoice(supplier, parts), author)
                .block();
        return done(spending.submit(id(), draft.id(), author).block());
    }

    private Expense approved(Expense expense) {
        return done(spending.approve(id(), expense.id(), expense.version(), approver)
                .block());
    }

    private static Expense done(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        return ((Decision.Done) decision).expense();
    }

    private static Expense.Invoice invoice(String supplier, Expense.Part... parts) {
        return new Expense.Invoice(
                DAY, supplier, false, "Les planches des bacs", Expense.Paid.BANK, DAY, "", null, false, List.of(parts));
    }

    private Expense.Part part(int line, long cents) {
        return new Expense.Part(
                campaign.campaign().id().value(),
                campaign.plan().lines().get(line).id(),
                cents,
                "6063",
                "C1.1.a",
                true);
    }

    private UUID id() {
        return association.id().value();
    }

    private List<String> leaves() {
        return database.sql("select bytes from transparency.leaf where campaign = :campaign order by seq")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> new String(row.get("bytes", byte[].class), StandardCharsets.UTF_8))
                .all()
                .collectList()
                .block();
    }

    private List<String> texts() {
        return database.sql("select text from transparency.commitment_text where campaign = :campaign")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get("text", String.class))
                .all()
                .collectList()
                .block();
    }
}
