package org.tremplin.site.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tremplin.campaign.Goal;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Plan.BudgetLine;
import org.tremplin.site.totals.Received;

class BudgetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void drawsEveryEuroAskedInsideThePicture() {
        Plan plan = plan(IntStream.rangeClosed(1, 9)
                .mapToObj(i -> line(i * 100_00L, i * 100_00L))
                .toList());
        Budget budget = Budget.of(plan, Goal.of(plan), Received.nothing(), null, null, Locale.FRANCE);
        assertThat(budget.split()).hasSize(7);
        Budget.Segment last = budget.split().get(6);
        assertThat(Double.parseDouble(last.x()) + Double.parseDouble(last.width()))
                .isLessThanOrEqualTo(120);
        assertThat(budget.split().stream()
                        .mapToInt(segment -> Integer.parseInt(segment.percent().replace("\u00A0%", "")))
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void tellsWhatOtherResourcesPay() {
        Plan plan = plan(List.of(line(500_00, 200_00), line(100_00, 0)));
        Budget budget = Budget.of(plan, Goal.of(plan), Received.nothing(), null, null, Locale.FRANCE);
        assertThat(budget.lines().get(0).planned()).isEqualTo("500\u00A0€");
        assertThat(budget.lines().get(1).asked()).isNull();
        assertThat(budget.total()).isEqualTo("600\u00A0€");
        assertThat(budget.goal()).isEqualTo("200\u00A0€");
    }

    @Test
    void showsMoreThanTheGoalWithoutBreakingThePicture() {
        Plan plan = plan(List.of(line(1_000_00, 1_000_00)));
        Received received = new Received(1_400_00, 33, 0, 0, false, java.util.Map.of(), null);
        GiveBox box = GiveBox.of(
                plan, Goal.of(plan), received, TODAY, false, null, cents -> OptionalLong.empty(), Locale.FRANCE);
        assertThat(box.progress().width()).isEqualTo("100.00");
        assertThat(box.progress().text()).isEqualTo("140\u00A0%");
        assertThat(box.reached()).isTrue();
        assertThat(Budget.of(plan, Goal.of(plan), received, "22 novembre", null, Locale.FRANCE)
                        .lines()
                        .get(0)
                        .progress()
                        .width())
                .isEqualTo("100.00");
    }

    /** An amendment that spreads a surplus raises what lines ask, not the mark that donors saw. */
    @Test
    void measuresAgainstTheGoalOfTheLaunch() {
        Plan spread = plan(List.of(line(3_000_00, 3_000_00), line(240_00, 240_00)));
        Goal launch = new Goal(3_000_00, 2_350_00);
        Received received = new Received(3_240_00, 61, 0, 0, false, java.util.Map.of(), null);
        GiveBox box =
                GiveBox.of(spread, launch, received, TODAY, true, TODAY, cents -> OptionalLong.empty(), Locale.FRANCE);
        assertThat(box.progress().text()).isEqualTo("108\u00A0%");
        assertThat(box.goal()).isEqualTo("3\u202F000\u00A0€");
        Budget budget = Budget.of(spread, launch, received, "22 novembre", null, Locale.FRANCE);
        assertThat(budget.goal()).isEqualTo("3\u202F000\u00A0€");
        assertThat(budget.asked()).isEqualTo("3\u202F240\u00A0€");
    }

    @Test
    void proposesTheUsualAmountsWhenTheAssociationChoseNone() {
        Plan plan = plan(List.of(line(1_000_00, 1_000_00)));
        GiveBox box = GiveBox.of(
                plan,
                Goal.of(plan),
                Received.nothing(),
                TODAY,
                false,
                null,
                cents -> OptionalLong.of(cents * 34 / 100),
                Locale.FRANCE);
        assertThat(box.choices()).extracting(GiveBox.Choice::value).containsExactly("20", "50", "100");
        assertThat(box.choices().get(1).tax()).isEqualTo("17\u00A0€");
        assertThat(box.proposed()).isEqualTo("50");
        assertThat(box.daysLeft()).isEqualTo(21);
    }

    @Test
    void drawsAQrCodeWithItsQuietBorder() {
        String svg = QrCode.svg("https://dons.example.org/c/jardin");
        assertThat(svg).startsWith("<svg").contains("fill=\"#fff\"").contains("M4 4h7v1h-7z");
    }

    private static BudgetLine line(long planned, long asked) {
        return new BudgetLine(UUID.randomUUID(), "Terre", "", planned, asked, Plan.Need.MONEY, true, "", false);
    }

    private static Plan plan(List<BudgetLine> lines) {
        return new Plan(
                "fr",
                "Un jardin",
                "Un potager.",
                new Plan.Definition("", "", "", "", "", "", ""),
                "environnement",
                false,
                "",
                null,
                null,
                "",
                lines,
                List.of(),
                List.of(),
                "",
                "",
                null,
                TODAY.plusDays(21),
                List.of(),
                List.of());
    }
}
