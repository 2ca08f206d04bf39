package org.tremplin.patron.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tremplin.patron.compare.Fit.NO;
import static org.tremplin.patron.compare.Fit.UNKNOWN;
import static org.tremplin.patron.compare.Fit.YES;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WeighedTest {

    private static final List<List<Fit>> THREE =
            List.of(List.of(YES, YES, UNKNOWN), List.of(YES, NO, UNKNOWN), List.of(UNKNOWN, YES, NO));

    @Test
    void saysHowMuchIsMetForCertainAndHowMuchCouldBe() {
        Weighed weighed = new Weighed(THREE, List.of(3, 2, 1));
        assertThat(weighed.total()).isEqualTo(6);
        assertThat(weighed.share(0)).isEqualTo(new Weighed.Share(5, 6));
        assertThat(weighed.share(1)).isEqualTo(new Weighed.Share(4, 4));
        assertThat(weighed.share(2)).isEqualTo(new Weighed.Share(0, 5));
        assertThat(weighed.first()).hasValue(0);
    }

    @Test
    void isNotFirstAnywayAsLongAsMissingFactsCouldSpeakForAnother() {
        assertThat(new Weighed(THREE, List.of(3, 2, 1)).firstAnyway(0)).isFalse();
        assertThat(new Weighed(List.of(List.of(YES, NO)), List.of(1)).firstAnyway(0))
                .isTrue();
    }

    @Test
    void namesTheNearestWeightThatTakesTheFirstPlaceAway() {
        assertThat(new Weighed(THREE, List.of(3, 2, 1)).turns(0))
                .containsExactly(new Weighed.Turn(1, 1), new Weighed.Turn(2, 2));
    }

    @Test
    void hasNoFirstWhereNothingCountsOrTwoAreEqual() {
        assertThat(new Weighed(THREE, List.of(0, 0, 0)).first()).isEmpty();
        assertThat(new Weighed(List.of(List.of(YES, YES, NO)), List.of(2)).first())
                .isEmpty();
    }

    @Test
    void refusesAWeightOutsideItsScale() {
        assertThatThrownBy(() -> new Weighed(List.of(List.of(YES)), List.of(4)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Weighed(List.of(List.of(YES)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** However the missing facts turn out, who is first anyway stays alone in front. */
    @Property
    void keepsItsWordWhateverIsMissing(@ForAll("weighed") Weighed weighed, @ForAll("answers") List<Fit> answers) {
        weighed.first().ifPresent(first -> {
            Weighed known = answered(weighed, answers);
            if (weighed.firstAnyway(first)) {
                assertThat(known.first()).hasValue(first);
            }
            for (int project = 0; project < weighed.fits().get(0).size(); project++) {
                assertThat(known.share(project).met())
                        .isBetween(
                                weighed.share(project).met(),
                                weighed.share(project).possible());
            }
        });
    }

    private static Weighed answered(Weighed weighed, List<Fit> answers) {
        List<List<Fit>> fits = new ArrayList<>();
        int next = 0;
        for (List<Fit> row : weighed.fits()) {
            List<Fit> told = new ArrayList<>();
            for (Fit fit : row) {
                told.add(fit == UNKNOWN ? answers.get(next++ % answers.size()) : fit);
            }
            fits.add(told);
        }
        return new Weighed(fits, weighed.weights());
    }

    @Provide
    Arbitrary<Weighed> weighed() {
        return Arbitraries.integers()
                .between(1, 5)
                .flatMap(criteria -> Combinators.combine(
                                Arbitraries.of(Fit.class)
                                        .list()
                                        .ofSize(3)
                                        .list()
                                        .ofSize(criteria),
                                Arbitraries.integers().between(0, 3).list().ofSize(criteria))
                        .as(Weighed::new));
    }

    @Provide
    Arbitrary<List<Fit>> answers() {
        return Arbitraries.of(YES, NO).list().ofMinSize(1).ofMaxSize(15);
    }
}
