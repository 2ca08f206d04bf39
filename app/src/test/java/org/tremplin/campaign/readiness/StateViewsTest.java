package org.tremplin.campaign.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.Tie;
import org.tremplin.capacity.Ties;
import org.tremplin.capacity.Wordings;
import org.tremplin.capacity.grid.GridWordings;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.GridScoring;
import org.tremplin.platform.web.Language;

/** Les Jardins du Coin (V1 of the diagnosis) as their page shows them. */
class StateViewsTest {

    private static final Scoring SCORING = new GridScoring(Grids.current());
    private static final Wordings WORDINGS = new GridWordings(Grids.current());

    private final Told told = new Told(
            CampaignType.LOCAL,
            answers(3, 2, 3, 2, 2, 2),
            3,
            List.of(hours(3, 6), hours(3, 6)),
            60_00L,
            60_00L,
            600_00L);

    @Test
    void showsTheStateWithoutDecimalsAndWithItsHonestWidth() {
        StateView view = view(told);
        assertThat(view.label()).isEqualTo("Presque prête");
        assertThat(view.point()).isEqualTo(72);
        assertThat(List.of(view.low(), view.high())).containsExactly(71, 72);
        assertThat(List.of(view.lower(), view.higher())).containsExactly(54, 84);
        assertThat(view.capped()).isEmpty();
    }

    @Test
    void addsUpToTheLastPoint() {
        assertThat(view(told).sum()).isEqualTo("3,36 + 8,16 + 19,55 + 3,93 + 15,00 + 11,67 + 10,00 = 71,67");
    }

    @Test
    void namesThreeLeversAndWhatOneStepGives() {
        List<StateView.Step> steps = view(told).steps();
        assertThat(steps).extracting(StateView.Step::all).containsExactly("4,3", "4,1", "2");
        assertThat(steps)
                .extracting(StateView.Step::text)
                .containsExactly("prep.step.notch", "prep.step.notch", "prep.step.committed");
        assertThat(steps.get(0).href()).isEqualTo("/c/preparation/reponses#P2");
        assertThat(steps.get(0).points()).isEqualByComparingTo("0.8");
    }

    @Test
    void advisesOnlyWhatCanStillBeDone() {
        assertThat(view(told, StateViews.Stage.RUNNING).steps())
                .extracting(StateView.Step::text)
                .doesNotContain("prep.step.committed")
                .hasSize(2);
        assertThat(view(told, StateViews.Stage.OVER).steps()).isEmpty();
    }

    @Test
    void saysTheRuleOfEachPartAndItsSources() {
        List<StateView.Part> parts = view(told).parts();
        assertThat(parts).extracting(StateView.Part::key).containsExactly("A", "B", "NET", "GOV", "RES", "PREP", "MOM");
        assertThat(parts.get(2).rule()).containsExactly("1", "1", "2");
        assertThat(parts.get(4).rule()).containsExactly("70", "30");
        assertThat(parts.get(6).rule()).containsExactly("30");
        assertThat(parts).allSatisfy(part -> assertThat(part.sources()).isNotEmpty());
        assertThat(parts.get(6).sources())
                .extracting(StateView.Source::text)
                .anyMatch(text -> text.contains("Mollick"));
    }

    @Test
    void callsAGoalAndTheTargetItAsksForByTwoNames() {
        List<StateView.Part> parts = view(told).parts();
        assertThat(parts.get(1).figures()).contains(new StateView.Figure("goal", "35"));
        assertThat(parts.get(6).figures()).contains(new StateView.Figure("objective", "3\u202F000"));
    }

    @Test
    void explainsEachPartByItsAnswers() {
        StateView.Part prep = view(told).parts().get(5);
        assertThat(prep.answers()).hasSize(6);
        assertThat(prep.answers().get(0).answer()).isEqualTo("Régulier, partagé par au moins deux personnes");
        assertThat(prep.points()).isEqualTo("11,67");
    }

    @Test
    void showsARangeAndNoPointWhereNothingIsKnown() {
        StateView view = view(Told.nothing(CampaignType.LOCAL));
        assertThat(view.point()).isNull();
        assertThat(view.label()).isEqualTo("Diagnostic incomplet");
        assertThat(view.low()).isLessThan(view.high());
        assertThat(view.sum()).isEmpty();
    }

    @Test
    void keepsTheLabelLowWhateverElseIsThere() {
        Told nothingPromised = new Told(CampaignType.LOCAL, told.answers(), 3, told.hours(), 60_00L, 60_00L, 0L);
        StateView view = view(nothingPromised);
        assertThat(view.capped()).containsExactly("Promesses avant le départ");
        assertThat(view.label()).isEqualTo("À consolider");
    }

    private static StateView view(Told told) {
        return view(told, StateViews.Stage.BEFORE);
    }

    private static StateView view(Told told, StateViews.Stage stage) {
        return new StateViews(WORDINGS, Language.FR, place -> place)
                .of(SCORING.score(gardens(), told.preparation(3_000_00, List.of())), told.type(), stage);
    }

    private static Preparation.Hours hours(int perWeek, int weeks) {
        return new Preparation.Hours(Ratio.of(perWeek), Ratio.of(weeks));
    }

    private static List<Answer> answers(int... notches) {
        return IntStream.of(notches)
                .mapToObj(notch -> notch < 0 ? Answer.NOT_APPLICABLE : Answer.of(notch))
                .toList();
    }

    private static Diagnosis gardens() {
        return new Diagnosis(
                new Profile(
                        0,
                        Ratio.of(6_000),
                        Reach.LOCAL,
                        Answer.of(1),
                        Map.of(
                                Orientation.ADV,
                                0,
                                Orientation.INN,
                                1,
                                Orientation.COM,
                                4,
                                Orientation.SER,
                                4,
                                Orientation.EXP,
                                1,
                                Orientation.MUT,
                                0),
                        null),
                answers(2, 1, 1, 2, 1, 1, 0, -1),
                answers(2, 2, 1, 1, 1, 1, 0),
                answers(1, 1, 2, 2, 1, 1),
                answers(1, 1, 1, 3, 1, 1, 3, -1),
                Collections.nCopies(7, Answer.of(2)),
                List.of(
                        partner(PartnerType.PUBLIC, Contribution.RES, Contribution.LEG),
                        partner(PartnerType.ASSOCIATION, Contribution.VIS, Contribution.SKI),
                        partner(PartnerType.EDUCATION, Contribution.VIS),
                        partner(PartnerType.ASSOCIATION, Contribution.INF, Contribution.RES)),
                new Ties(Set.of(new Tie(1, 2), new Tie(1, 3), new Tie(1, 4), new Tie(2, 4)), Set.of(new Tie(3, 4))));
    }

    private static Partner partner(PartnerType type, Contribution... brings) {
        return new Partner(type, Reach.LOCAL, Set.of(brings));
    }
}
