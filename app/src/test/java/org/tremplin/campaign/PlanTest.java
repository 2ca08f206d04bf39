package org.tremplin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tremplin.campaign.Plan.BudgetLine;
import org.tremplin.campaign.Plan.Need;
import org.tremplin.campaign.Plan.Resource;
import org.tremplin.campaign.Plan.ResourceState;
import org.tremplin.campaign.design.Completeness;
import org.tremplin.campaign.design.PlanJson;

class PlanTest {

    @Test
    void asksTheIdealAndTheMinimumOfItsLines() {
        Plan plan = plan(
                List.of(line(130_000, 100_000, true), line(50_000, 40_000, false), line(10_000, 10_000, true)),
                List.of(resource(40_000)));
        assertThat(plan.goalCents()).isEqualTo(150_000);
        assertThat(plan.minimumCents()).isEqualTo(110_000);
        assertThat(plan.plannedCents()).isEqualTo(190_000);
        assertThat(plan.balanced()).isTrue();
    }

    @Property
    void isBalancedOnlyWhenTheRestIsPaidByOthers(@ForAll("lines") List<BudgetLine> lines) {
        long rest = lines.stream()
                .mapToLong(line -> line.plannedCents() - line.askedCents())
                .sum();
        assertThat(plan(lines, List.of(resource(rest))).balanced()).isTrue();
        assertThat(plan(lines, List.of(resource(rest + 1))).balanced()).isFalse();
        Plan plan = plan(lines, List.of());
        assertThat(plan.minimumCents()).isBetween(0L, plan.goalCents());
        assertThat(plan.goalCents()).isLessThanOrEqualTo(plan.plannedCents());
    }

    @Property
    void isStoredAndReadAgainAsItWas(@ForAll("lines") List<BudgetLine> lines, @ForAll String pitch) {
        PlanJson json = new PlanJson();
        Plan plan = plan(lines, List.of(resource(5))).told(pitch, "https://vimeo.com/123456", "alt");
        assertThat(json.read(json.write(plan))).isEqualTo(plan);
    }

    @Test
    void ignoresWhatANewerVersionWrote() {
        PlanJson json = new PlanJson();
        Plan plan = plan(List.of(line(100, 100, true)), List.of());
        String newer = json.write(plan).replaceFirst("\\{", "{\"unheardOf\":[1,2],");
        assertThat(json.read(newer)).isEqualTo(plan);
    }

    @Test
    void isCompleteOnceEverythingIsSaid() {
        Plan plan = plan(List.of(line(10_000, 10_000, true)), List.of());
        LocalDate today = LocalDate.of(2026, 3, 1);
        assertThat(Completeness.missing(plan, null, today)).isEmpty();
        assertThat(Completeness.missing(plan, null, LocalDate.of(2026, 5, 1))).containsExactly(Missing.CLOSING_PAST);
        assertThat(Completeness.missing(plan.told("Avec [combien] familles", null, ""), null, today))
                .containsExactly(Missing.PITCH_OUTLINE);
        assertThat(Completeness.missing(
                        plan.told("Elle dit « […] [la mairie](https://a.example) »", null, ""), null, today))
                .isEmpty();
        assertThat(Completeness.missing(plan.budgeted(List.of(line(50, 50, true)), List.of(), "a", "b"), null, today))
                .containsExactly(Missing.GOAL);
        assertThat(Completeness.missing(
                        plan.budgeted(List.of(line(10_000, 9_000, true)), List.of(), "a", "b"), null, today))
                .containsExactly(Missing.BALANCE);
        assertThat(Completeness.missing(
                        plan.budgeted(List.of(line(9_000, 10_000, true)), List.of(), "", "b"), null, today))
                .containsExactly(Missing.ASKED_PART, Missing.BALANCE, Missing.BELOW_GOAL);
    }

    @Provide
    Arbitrary<List<BudgetLine>> lines() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000_000),
                        Arbitraries.longs().between(0, 1_000_000_000),
                        Arbitraries.of(true, false))
                .as((planned, asked, indispensable) -> line(planned, Math.min(planned, asked), indispensable))
                .list()
                .ofMaxSize(40);
    }

    private static BudgetLine line(long planned, long asked, boolean indispensable) {
        return new BudgetLine(UUID.randomUUID(), "Terre", "", planned, asked, Need.MONEY, indispensable, "", false);
    }

    private static Resource resource(long cents) {
        return new Resource(UUID.randomUUID(), "Commune", cents, ResourceState.ASKED, null);
    }

    private static Plan plan(List<BudgetLine> lines, List<Resource> resources) {
        return new Plan(
                "fr",
                "Titre",
                "Une phrase",
                new Plan.Definition("Nous", "Un four", "En mars", "Valmorin", "", "", ""),
                "culture",
                false,
                "Nous cuisons du pain.",
                null,
                null,
                "",
                lines,
                resources,
                List.of(),
                "Moins.",
                "Plus.",
                null,
                LocalDate.of(2026, 4, 10),
                List.of(),
                List.of());
    }
}
