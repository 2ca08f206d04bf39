package org.tremplin.capacity.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.ComponentScore;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.Why;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;

/** What must hold of every result, on ten thousand random associations; of explanations on fewer, for they cost more. */
class InvariantsTest {

    private static final int TRIES = 10_000;
    private static final Grid GRID = Grids.current();
    private static final GridScoring SCORING = new GridScoring(GRID);

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void staysWithinItsBoundsAndWithinAHundred(@ForAll long seed) {
        Figures figures = figures(new RandomAnswers(seed));
        within(figures.readiness());
        within(figures.need());
        within(figures.onlineTarget());
        figures.components().forEach(component -> within(component.span()));
        figures.sections().forEach(section -> within(section.span()));
        assertThat(figures.components().stream()
                        .mapToInt(ComponentScore::weight)
                        .sum())
                .isEqualTo(100);
        assertThat(figures.onlineTarget().low()).isGreaterThanOrEqualTo(Ratio.of(30));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void fallsWithNoAnswerThatRises(@ForAll long seed) {
        RandomAnswers random = new RandomAnswers(seed);
        RandomAnswers.Raised raised = random.raised();
        Span before = figures(random).readiness();
        Span after = figures(raised.diagnosis(), raised.preparation()).readiness();
        assertThat(after.low()).isGreaterThanOrEqualTo(before.low());
        assertThat(after.high()).isGreaterThanOrEqualTo(before.high());
        if (before.point() != null) {
            assertThat(after.point()).isGreaterThanOrEqualTo(before.point());
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void countsNeitherTheReachOfPartnersNorObstacles(@ForAll long seed) {
        RandomAnswers random = new RandomAnswers(seed);
        Diagnosis diagnosis = random.diagnosis();
        Random other = new Random(~seed);
        List<Partner> elsewhere = diagnosis.partners().stream()
                .map(partner -> new Partner(
                        partner.type(), Reach.values()[other.nextInt(Reach.values().length)], partner.brings()))
                .toList();
        Figures moved = figures(
                new Diagnosis(
                        diagnosis.profile(),
                        diagnosis.online(),
                        diagnosis.software(),
                        diagnosis.learning(),
                        diagnosis.governance(),
                        diagnosis.obstacles().stream()
                                .map(obstacle -> Answer.of(other.nextInt(5)))
                                .toList(),
                        elsewhere,
                        diagnosis.ties()),
                random.preparation());
        Figures before = figures(random);
        assertThat(moved.readiness()).isEqualTo(before.readiness());
        assertThat(moved.components()).isEqualTo(before.components());
    }

    /** What somebody finds out later is one of the things that were possible before. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void staysWithinTheFormerBoundsWhenAnAnswerIsFound(@ForAll long seed) {
        RandomAnswers random = new RandomAnswers(seed);
        RandomAnswers.Raised found = random.found();
        Span before = figures(random).readiness();
        Span after = figures(found.diagnosis(), found.preparation()).readiness();
        assertThat(after.low()).isGreaterThanOrEqualTo(before.low());
        assertThat(after.high()).isLessThanOrEqualTo(before.high());
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void explainsEveryPointAndShowsThreeCardsAtMost(@ForAll long seed) {
        RandomAnswers random = new RandomAnswers(seed);
        Result result = SCORING.score(random.diagnosis(), random.preparation());
        Span sum = result.why().stream()
                .filter(why -> why.weight() > 0)
                .map(Why::points)
                .reduce(Span.exactly(Ratio.ZERO), Span::plus);
        assertThat(sum).isEqualTo(result.figures().readiness());
        assertThat(result.shown()).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(result.cards()).containsAll(result.shown()).isSorted().doesNotHaveDuplicates();
        assertThat(result.higher()).isGreaterThanOrEqualTo(result.lower());
        assertThat(result.figures().levers()).hasSizeLessThanOrEqualTo(3);
    }

    /** “One notch here = x points” is what the whole computation says when that answer is a notch higher. */
    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void tellsWhatOneNotchAddsAsTheWholeComputationDoes(@ForAll long seed) {
        RandomAnswers random = new RandomAnswers(seed);
        Result result = SCORING.score(random.diagnosis(), random.preparation());
        for (Section section : Section.values()) {
            List<Answer> answers = Computation.answers(section, random.diagnosis(), random.preparation());
            int at = answers.isEmpty() ? 0 : new Random(seed).nextInt(answers.size());
            Component component = component(section);
            Why why = result.why().get(component.ordinal());
            if (answers.isEmpty() || why.answers().get(at).notch() == null) {
                continue;
            }
            RandomAnswers.Raised moved =
                    random.with(section, at, answers.get(at).moved(1));
            Span points = figures(moved.diagnosis(), moved.preparation())
                    .component(component)
                    .points();
            assertThat(why.points().point().plus(why.answers().get(at).notch())).isEqualTo(points.point());
        }
    }

    private static Component component(Section section) {
        return switch (section) {
            case A -> Component.A;
            case B -> Component.B;
            case L -> Component.NET;
            case G -> Component.GOV;
            case PREP -> Component.PREP;
        };
    }

    private static void within(Span span) {
        assertThat(span.low()).isBetween(Ratio.ZERO, span.high());
        assertThat(span.high()).isLessThanOrEqualTo(Ratio.HUNDRED);
        if (span.point() != null) {
            assertThat(span.point()).isBetween(span.low(), span.high());
        }
    }

    private static Figures figures(RandomAnswers random) {
        return figures(random.diagnosis(), random.preparation());
    }

    private static Figures figures(Diagnosis diagnosis, Preparation preparation) {
        assertThat(SCORING.refusals(diagnosis, preparation)).isEmpty();
        return new Computation(GRID, diagnosis, preparation).figures();
    }
}
