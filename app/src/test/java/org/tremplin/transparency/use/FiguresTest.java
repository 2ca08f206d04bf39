package org.tremplin.transparency.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tremplin.campaign.Plan;
import org.tremplin.ledger.LineBalance;
import org.tremplin.transparency.CampaignUse;

/** The well and the greenhouse of the sample data, and what the property test does not say. */
class FiguresTest {

    private static final UUID CAMPAIGN = new UUID(7, 7);

    private final Plan.BudgetLine tank = line("Récupérateur et pompe", 130_000, 130_000, false);
    private final Plan.BudgetLine house = line("Serre et châssis", 120_000, 120_000, false);
    private final Plan.BudgetLine soil = line("Terre et outils", 30_000, 30_000, false);
    private final Plan.BudgetLine costs = line("Faire campagne", 10_000, 10_000, true);
    private final Plan.BudgetLine second = line("Deuxième récupérateur", 34_000, 34_000, false);

    @Test
    void tellsTheStoryOfTheDemoToTheCent() {
        CampaignUse use = use(
                List.of(tank, house, soil, costs, second),
                new LineBalance(CAMPAIGN, null, 324_000, 0, 0),
                new LineBalance(CAMPAIGN, tank.id(), 0, 126_150, 0),
                new LineBalance(CAMPAIGN, house.id(), 0, 120_740, 0),
                new LineBalance(CAMPAIGN, soil.id(), 0, 28_675, 0),
                new LineBalance(CAMPAIGN, costs.id(), 0, 9_838, 0),
                new LineBalance(CAMPAIGN, second.id(), 0, 33_800, 0));
        assertThat(use.lines())
                .extracting(CampaignUse.Line::receivedCents)
                .containsExactly(130_000L, 120_000L, 30_000L, 10_000L, 34_000L);
        assertThat(use.lines())
                .extracting(CampaignUse.Line::leftCents)
                .containsExactly(3_850L, -740L, 1_325L, 162L, 200L);
        assertThat(use.total().spentCents()).isEqualTo(319_203);
        assertThat(use.total().leftCents()).isEqualTo(4_797);
    }

    @Test
    void keepsAChosenLinesMoneyThereAndSaysWhatIsToDecide() {
        Plan.BudgetLine smaller = line("Terre", 10_000, 10_000, false);
        CampaignUse use = use(
                List.of(smaller, house),
                new LineBalance(CAMPAIGN, smaller.id(), 25_000, 4_000, 0),
                new LineBalance(CAMPAIGN, null, 13_000, 0, 0));
        CampaignUse.Line line = use.line(smaller.id());
        assertThat(line.receivedCents()).isEqualTo(26_000);
        assertThat(line.toDecideCents()).isEqualTo(15_000);
    }

    @Test
    void tellsWhatCameFromElsewhereApart() {
        Plan.BudgetLine shared = line("Passe à poissons", 3_400_000, 2_000_000, false);
        Plan.Resource department = new Plan.Resource(
                UUID.randomUUID(), "Département", 400_000, Plan.ResourceState.ASKED, LocalDate.of(2026, 9, 1));
        Plan plan = plan(List.of(shared), List.of(department));
        CampaignUse use = new Figures(
                        CAMPAIGN,
                        plan,
                        List.of(new LineBalance(CAMPAIGN, shared.id(), 0, 50_000, 20_000)),
                        Map.of(shared.id(), new Committed(5_000, 2_000)),
                        Map.of(
                                department.id(),
                                new CampaignUse.Resource(
                                        department.id(),
                                        "",
                                        390_000,
                                        CampaignUse.ResourceState.RECEIVED,
                                        390_000,
                                        LocalDate.of(2026, 11, 2))),
                        Map.of(shared.id(), List.of("livraison")),
                        Map.of(shared.id(), new Unproven(10_000, 2_000, LocalDate.of(2026, 11, 5))))
                .make();
        CampaignUse.Line line = use.lines().get(0);
        assertThat(line.spentCents()).isEqualTo(30_000);
        assertThat(line.elsewhereSpentCents()).isEqualTo(20_000);
        assertThat(line.elsewhereReceivedCents()).isEqualTo(390_000);
        assertThat(line.provenCents()).isEqualTo(20_000);
        assertThat(line.elsewhereProvenCents()).isEqualTo(18_000);
        assertThat(line.provenPercent()).isEqualTo(76);
        assertThat(use.total().provenOn()).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(line.committedCents()).isEqualTo(5_000);
        assertThat(line.availableCents()).isEqualTo(-32_000);
        assertThat(line.elsewhereAvailableCents()).isEqualTo(367_000);
        assertThat(line.reasons()).containsExactly("livraison");
        assertThat(use.resources().get(0).label()).isEqualTo("Département");
        assertThat(use.resources().get(0).plannedCents()).isEqualTo(400_000);
    }

    @Test
    void spendsAFeeWithoutALineOnTheCostsOfCollecting() {
        CampaignUse use = use(List.of(tank, costs), new LineBalance(CAMPAIGN, null, 10_000, 175, 0));
        assertThat(use.line(costs.id()).spentCents()).isEqualTo(175);
        assertThat(use.line(tank.id()).spentCents()).isZero();
        assertThat(use.line(tank.id()).provenPercent()).isNull();
        assertThat(use.line(costs.id()).provenPercent()).isEqualTo(100);
        // of the whole, fees alone prove nothing
        assertThat(use.provenPercent()).isNull();
    }

    private static CampaignUse use(List<Plan.BudgetLine> lines, LineBalance... balances) {
        return new Figures(CAMPAIGN, plan(lines, List.of()), List.of(balances), Map.of(), Map.of(), Map.of(), Map.of())
                .make();
    }

    private static Plan plan(List<Plan.BudgetLine> lines, List<Plan.Resource> resources) {
        return Plan.empty("fr", "Essai", "", lines.get(0)).budgeted(lines, resources, "", "");
    }

    private static Plan.BudgetLine line(String label, long planned, long asked, boolean costs) {
        return new Plan.BudgetLine(UUID.randomUUID(), label, "", planned, asked, Plan.Need.MONEY, false, "", costs);
    }
}
