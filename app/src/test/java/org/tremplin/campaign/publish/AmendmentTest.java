package org.tremplin.campaign.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tremplin.campaign.Plan;

/** What was promised in public changes with a reason only. */
class AmendmentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final Plan PLAN = Plan.empty("fr", "Un jardin", "Les voisins", line(10_000))
            .budgeted(List.of(line(10_000)), List.of(), "Nous plantons moins.", "Un composteur.")
            .spread(List.of(new Plan.Preset(2_000, "2 m² de terre")), DAY, DAY.plusDays(30), List.of());

    static Stream<Plan> otherTerms() {
        return Stream.of(
                PLAN.budgeted(List.of(line(20_000)), List.of(), PLAN.belowGoal(), PLAN.aboveGoal()),
                PLAN.budgeted(PLAN.lines(), List.of(), "Nous rendons tout.", PLAN.aboveGoal()),
                PLAN.budgeted(PLAN.lines(), List.of(), PLAN.belowGoal(), "Un abri."),
                presets(new Plan.Preset(2_000, "3 m² de terre")),
                presets(new Plan.Preset(3_000, "2 m² de terre")),
                resulting("Une récolte"),
                PLAN.spread(PLAN.amounts(), DAY.plusDays(1), PLAN.closesOn(), List.of()),
                PLAN.spread(PLAN.amounts(), DAY, DAY.plusDays(31), List.of()));
    }

    @ParameterizedTest
    @MethodSource("otherTerms")
    void asksForAReason(Plan after) {
        assertThat(Amendment.changesTerms(PLAN, after)).isTrue();
    }

    @Test
    void asksForNoneWhenOnlyWordsChange() {
        assertThat(Amendment.changesTerms(PLAN, PLAN.told("Autrement dit.", null, "")))
                .isFalse();
    }

    private static Plan presets(Plan.Preset preset) {
        return PLAN.spread(List.of(preset), PLAN.opensOn(), PLAN.closesOn(), List.of());
    }

    private static Plan resulting(String result) {
        return PLAN.defined(
                "fr", PLAN.title(), "", new Plan.Definition("Les voisins", "", "", "", "", "", result), "", false);
    }

    private static Plan.BudgetLine line(long cents) {
        return new Plan.BudgetLine(new UUID(0, 1), "Terre", "", cents, cents, Plan.Need.MONEY, true, "", false);
    }
}
