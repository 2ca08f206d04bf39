package org.tremplin.capacity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.NetworkShape;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.ReadinessLabel;
import org.tremplin.capacity.Refusal;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.Tie;
import org.tremplin.capacity.Ties;
import org.tremplin.capacity.Why;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;

/** Les Jardins du Coin, and what becomes of its figures when something is missing, odd or wrong. */
class ScoringTest {

    private static final Grid GRID = Grids.current();
    private static final GridScoring SCORING = new GridScoring(GRID);
    private static final Profile PROFILE = new Profile(
            0,
            Ratio.of(6000),
            Reach.LOCAL,
            Answer.TRIED,
            Map.of(Orientation.INN, 1, Orientation.COM, 4, Orientation.SER, 4, Orientation.EXP, 1),
            null);
    private static final List<Partner> PARTNERS = List.of(
            partner(PartnerType.PUBLIC, Contribution.RES, Contribution.LEG),
            partner(PartnerType.ASSOCIATION, Contribution.VIS, Contribution.SKI),
            partner(PartnerType.EDUCATION, Contribution.VIS),
            partner(PartnerType.ASSOCIATION, Contribution.INF, Contribution.RES));
    private static final Ties TIES =
            new Ties(Set.of(new Tie(1, 2), new Tie(1, 3), new Tie(1, 4), new Tie(2, 4)), Set.of(new Tie(3, 4)));
    private static final Diagnosis GARDENS = diagnosis("2112110-", PARTNERS, TIES);
    private static final Preparation WELL = preparation(CampaignType.LOCAL, 3000);

    @Test
    void tellsTheHonestWidthOfWhatPeopleSay() {
        Result result = SCORING.score(GARDENS, WELL);
        assertThat(shown(result.lower())).isEqualTo("54.0");
        assertThat(shown(result.higher())).isEqualTo("84.2");
    }

    @ParameterizedTest
    @EnumSource(CampaignType.class)
    void movesLittleWithTheWeightsOfAnotherType(CampaignType type) {
        assertThat(point(figures(GARDENS, preparation(type, 3000)).readiness()))
                .isBetween(Ratio.of("66.75"), Ratio.of("72.85"));
    }

    @Test
    void explainsEveryPointOfTheReadiness() {
        Result result = SCORING.score(GARDENS, WELL);
        assertThat(result.version()).isEqualTo("1.0");
        assertThat(result.why().stream()
                        .map(why -> why.points().point().rounded(2).toString()))
                .containsExactly("3.36", "8.16", "19.55", "3.93", "15.00", "11.67", "10.00");
        Why online = result.why().get(Component.A.ordinal());
        assertThat(online.figures())
                .extracting(Why.Figure::key)
                .containsExactly("A", "orientation", "audience", "reach", "need", "base", "perNeed", "TA");
        assertThat(online.answers())
                .extracting(Why.Given::item)
                .containsExactly("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8");
        assertThat(online.answers().get(7).notch()).isNull();
        assertThat(online.sources()).contains("IFMA");
        // 5 x (100 / 42.5) x (25 / 7) / 100
        assertThat(online.answers().get(0).notch())
                .isEqualTo(Ratio.of(500).dividedBy(Ratio.of("42.5")).times(25).dividedBy(700));
    }

    @Test
    void tellsWhatAHundredEurosMoreWouldAdd() {
        List<Why> why = SCORING.score(GARDENS, WELL).why();
        Why.Stride euros = why.get(Component.MOM.ordinal()).strides().get(0);
        assertThat(euros.by()).isEqualTo(100);
        assertThat(shown(euros.points())).isEqualTo("1.7");
        assertThat(why.get(Component.NET.ordinal()).strides().get(0).points()).isEqualTo(Ratio.ZERO);
        assertThat(why.get(Component.RES.ordinal()).strides().get(0).points()).isEqualTo(Ratio.ZERO);
    }

    @Test
    void tellsOfProgressAsAnswersThatMoved() {
        Preparation later = prepared("333332", WELL);
        Progress progress = Progress.between(GRID, GARDENS, WELL, diagnosis("3213112-", PARTNERS, TIES), later, false);
        assertThat(progress.moved()).hasSize(7);
        assertThat(progress.sections().get(Section.A.ordinal()))
                .isEqualTo(new Progress.SectionProgress(Section.A, 5, Progress.Direction.FORWARD));
        assertThat(progress.sections().get(Section.PREP.ordinal()).notches()).isEqualTo(3);
        assertThat(progress.sections().get(Section.B.ordinal()).direction()).isEqualTo(Progress.Direction.STABLE);
    }

    @Test
    void letsNothingMoveThatTheShortFormDidNotAsk() {
        // A3 was answered before and is not of the short form; A1 is
        Diagnosis later = diagnosis("?1?2110-", PARTNERS, TIES);
        assertThat(Progress.between(GRID, GARDENS, WELL, later, WELL, true).moved())
                .extracting(Progress.Moved::item)
                .containsExactly("A1");
        assertThat(Progress.between(GRID, GARDENS, WELL, later, WELL, false).moved())
                .extracting(Progress.Moved::item)
                .containsExactly("A1", "A3");
    }

    @Test
    void takesOneNotchForNoProgress() {
        Progress progress = Progress.between(GRID, GARDENS, WELL, diagnosis("3112110-", PARTNERS, TIES), WELL, false);
        assertThat(progress.sections().get(0).direction()).isEqualTo(Progress.Direction.STABLE);
        assertThat(Progress.between(GRID, GARDENS, WELL, diagnosis("0112110-", PARTNERS, TIES), WELL, false)
                        .sections()
                        .get(0)
                        .direction())
                .isEqualTo(Progress.Direction.BACK);
    }

    @Test
    void takesTheMedianOfSeveralAndListsWhatTheyShouldDiscuss() {
        Agreed agreed = Agreed.of(
                GRID.items(Section.A), List.of(answers("2112??0-"), answers("4122?10-"), answers("3132?201")), 2);
        assertThat(agreed.answers()).isEqualTo(answers("3122?101"));
        assertThat(agreed.toDiscuss()).extracting(Agreed.Spread::item).containsExactly("A1", "A3");
        assertThat(Agreed.of(GRID.items(Section.PREP), List.of(answers("121212"), answers("212121")), 2)
                        .answers())
                .isEqualTo(answers("111111"));
    }

    @Test
    void pointsToTheLowestAnswersOfTheShortForm() {
        ShortForm shortForm = ShortForm.of(GRID, GARDENS, WELL);
        assertThat(shortForm.lowest()).extracting(ShortForm.Low::item).containsExactly("A7", "A2", "B6");
        assertThat(shortForm.gatesMissing()).isEmpty();
    }

    @Test
    void givesOnlyAnIntervalWhereTooManyAnswersAreMissing() {
        Figures figures = figures(diagnosis("2???110-", PARTNERS, TIES), WELL);
        assertThat(figures.section(Section.A).span().point()).isNull();
        assertThat(figures.readiness().point()).isNull();
        assertThat(figures.onlineGap()).isEmpty();
        assertThat(figures.readiness().low()).isLessThan(figures.readiness().high());
    }

    @Test
    void statesThatThereAreNotEnoughAnswersWhenASectionConcernsNobody() {
        Figures figures = figures(diagnosis("--------", PARTNERS, TIES), WELL);
        assertThat(figures.section(Section.A).span()).isEqualTo(Span.OPEN);
        assertThat(figures.readiness().point()).isNull();
        assertThat(figures.component(Component.A).span().high()).isEqualTo(Ratio.HUNDRED);
    }

    @Test
    void saysIncompleteWhereMissingAnswersDecideTheBand() {
        Figures figures = figures(GARDENS, prepared("??????", WELL));
        assertThat(figures.label()).isEqualTo(ReadinessLabel.DIAGNOSTIC_INCOMPLET);
    }

    @ParameterizedTest
    @CsvSource({"0, 100.0", "1, 77.8", "2, 77.1", "3,"})
    void scoresFewPartnersByWhatCanBeKnownOfThem(int partners, @Nullable String network) {
        Figures figures = figures(diagnosis("2112110-", PARTNERS.subList(0, partners), Ties.NONE), WELL);
        Span found = figures.component(Component.NET).span();
        if (network == null) {
            // three partners and no known pair: an interval, no point
            assertThat(found.point()).isNull();
            assertThat(found.low()).isLessThan(found.high());
        } else {
            assertThat(shown(point(found))).isEqualTo(network);
        }
        assertThat(figures.network().density() == null).isEqualTo(partners < 3);
        assertThat(figures.network().shape()).isNull();
    }

    @Test
    void scoresFifteenPartnersOfOneType() {
        List<Partner> alike = Collections.nCopies(15, partner(PartnerType.ASSOCIATION, Contribution.SKI));
        Set<Tie> all = new HashSet<>();
        IntStream.rangeClosed(1, 15)
                .forEach(one -> IntStream.rangeClosed(one + 1, 15).forEach(other -> all.add(new Tie(one, other))));
        NetworkScore network = figures(diagnosis("2112110-", alike, new Ties(all, Set.of())), WELL)
                .network();
        assertThat(network.diversity()).isEqualTo(Ratio.ZERO);
        assertThat(network.effectiveTypes()).isEqualTo(Ratio.ONE);
        assertThat(network.shape()).isEqualTo(NetworkShape.DENSE_HOMOGENE);
        assertThat(network.missing())
                .containsExactly(Contribution.VIS, Contribution.INF, Contribution.RES, Contribution.LEG);
    }

    @ParameterizedTest
    @CsvSource({
        "4999, 35, 2, 30",
        "5000, 45, 2, 30",
        "5001, 45, 2, 40",
        "10001, 45, 3, 50",
        "49999, 55, 8, 120",
        "50000, 65, 8, 120",
        "900000, 65, 8, 150"
    })
    void asksMoreOfLargerGoals(long goal, long software, int relays, int hours) {
        Figures figures = figures(GARDENS, preparation(CampaignType.LOCAL, goal));
        assertThat(figures.goalTarget()).isEqualTo(Ratio.of(software));
        assertThat(figures.relaysAsked()).isEqualTo(relays);
        assertThat(figures.hoursAsked()).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({"0, 9999, 30", "0, 10000, 45", "2, 0, 45", "3, 0, 60", "9, 0, 60", "10, 0, 70"})
    void asksMoreSoftwareOfLargerAssociations(int staff, long budget, long target) {
        Profile profile = new Profile(staff, Ratio.of(budget), Reach.LOCAL, Answer.TRIED, null, null);
        assertThat(Needs.sizeTarget(profile, GRID.conventions())).isEqualTo(Ratio.of(target));
    }

    @Test
    void letsAnAssociationAimHigherAndNeverLower() {
        Diagnosis higher = of(aiming(Ratio.of(70)));
        assertThat(figures(higher, WELL).onlineTarget().point()).isEqualTo(Ratio.of(70));
        assertThat(figures(of(aiming(Ratio.of(31))), WELL).onlineTarget().point())
                .isEqualTo(Ratio.of("42.5"));
        assertThat(keys(of(aiming(Ratio.of(29))), WELL)).containsExactly("score.aim");
    }

    @Test
    void leavesTheNeedOpenWhereNobodyKnowsThePublics() {
        Profile unsure = new Profile(0, Ratio.of(6000), Reach.LOCAL, Answer.UNKNOWN, PROFILE.tokens(), null);
        Figures figures = figures(of(unsure), WELL);
        assertThat(figures.need().point()).isNull();
        assertThat(figures.onlineTarget().low())
                .isLessThan(figures.onlineTarget().high());
        assertThat(figures.readiness().point()).isNull();
    }

    @Test
    void refusesWhatCannotBe() {
        Profile wrong = new Profile(-1, Ratio.of(-5), Reach.LOCAL, Answer.TRIED, Map.of(Orientation.ADV, 9), null);
        assertThat(keys(of(wrong), WELL)).containsExactly("score.staff", "score.money.budget", "score.tokens");
        assertThat(keys(diagnosis("-112110-", PARTNERS, TIES), WELL)).containsExactly("score.not-applicable");
        assertThat(keys(diagnosis("211211", PARTNERS, TIES), WELL)).containsExactly("score.count");
        assertThat(keys(diagnosis("2112110-", Collections.nCopies(16, PARTNERS.get(0)), Ties.NONE), WELL))
                .containsExactly("score.partners");
        assertThat(keys(
                        diagnosis(
                                "2112110-",
                                PARTNERS,
                                new Ties(Set.of(new Tie(2, 2), new Tie(1, 3)), Set.of(new Tie(3, 1), new Tie(1, 9)))),
                        WELL))
                .containsExactlyInAnyOrder("score.tie-itself", "score.tie-twice", "score.tie-unknown");
        assertThat(keys(GARDENS, preparation(CampaignType.LOCAL, 0))).containsExactly("score.goal");
        assertThat(keys(GARDENS, with(81, -1, -1)))
                .containsExactly("score.money.committed", "score.relays", "score.hours");
        assertThatIllegalArgumentException().isThrownBy(() -> SCORING.score(of(wrong), WELL));
    }

    @Test
    void doesNotLetAnEmployerLeaveOutTheBudgetForDigital() {
        Profile employer = new Profile(1, Ratio.of(6000), Reach.LOCAL, Answer.TRIED, PROFILE.tokens(), null);
        assertThat(SCORING.refusals(of(employer), WELL)).containsExactly(Refusal.of("score.not-applicable", "G8"));
    }

    private static List<String> keys(Diagnosis diagnosis, Preparation preparation) {
        return SCORING.refusals(diagnosis, preparation).stream()
                .map(Refusal::key)
                .toList();
    }

    private static Figures figures(Diagnosis diagnosis, Preparation preparation) {
        return SCORING.score(diagnosis, preparation).figures();
    }

    private static Ratio point(Span span) {
        return Objects.requireNonNull(span.point());
    }

    private static String shown(Ratio value) {
        return value.rounded(1).toString();
    }

    private static Partner partner(PartnerType type, Contribution... brings) {
        return new Partner(type, Reach.LOCAL, Set.of(brings));
    }

    /** Digits, ? for what is not known, - for what does not concern them. */
    private static List<Answer> answers(String written) {
        List<Answer> answers = new ArrayList<>();
        for (char sign : written.toCharArray()) {
            answers.add(
                    switch (sign) {
                        case '?' -> Answer.UNKNOWN;
                        case '-' -> Answer.NOT_APPLICABLE;
                        default -> Answer.of(sign - '0');
                    });
        }
        return answers;
    }

    private static Profile aiming(Ratio aim) {
        return new Profile(0, Ratio.of(6000), Reach.LOCAL, Answer.TRIED, PROFILE.tokens(), aim);
    }

    private static Diagnosis of(Profile profile) {
        return new Diagnosis(
                profile,
                GARDENS.online(),
                GARDENS.software(),
                GARDENS.learning(),
                GARDENS.governance(),
                GARDENS.obstacles(),
                PARTNERS,
                TIES);
    }

    private static Diagnosis diagnosis(String online, List<Partner> partners, Ties ties) {
        return new Diagnosis(
                PROFILE,
                answers(online),
                answers("2211110"),
                answers("112211"),
                answers("1113113-"),
                answers("3022122"),
                partners,
                ties);
    }

    private static Preparation preparation(CampaignType type, long goal) {
        Preparation.Hours hours = new Preparation.Hours(Ratio.of(3), Ratio.of(6));
        return new Preparation(
                type,
                Ratio.of(goal),
                answers("323222"),
                3,
                List.of(hours, hours),
                Ratio.of(60),
                Ratio.of(60),
                Ratio.of(600),
                List.of());
    }

    private static Preparation prepared(String answers, Preparation other) {
        return new Preparation(
                other.type(),
                other.goal(),
                answers(answers),
                other.relays(),
                other.hours(),
                other.costs(),
                other.means(),
                other.committed(),
                other.gatesMissing());
    }

    private static Preparation with(int hoursPerWeek, int relays, long committed) {
        return new Preparation(
                CampaignType.LOCAL,
                Ratio.of(3000),
                answers("323222"),
                relays,
                List.of(new Preparation.Hours(Ratio.of(hoursPerWeek), Ratio.of(4))),
                Ratio.of(60),
                Ratio.of(60),
                Ratio.of(committed),
                List.of());
    }
}
