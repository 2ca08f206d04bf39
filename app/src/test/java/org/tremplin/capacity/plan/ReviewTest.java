package org.tremplin.capacity.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.diagnosis.Gardens;
import org.tremplin.capacity.diagnosis.KeptResults;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.Progress;

/** What moved beside an action, and the moves of an action itself. */
class ReviewTest {

    private static final Grid GRID = Grids.current();
    private static final Instant BEFORE = Instant.parse("2026-01-10T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-10T10:00:00Z");

    @Test
    void tellsTheAnswersThatMovedInTheSectionOfAnAction() {
        Review review = review();
        assertThat(review).isNotNull();
        assertThat(review.section(Section.A).direction()).isEqualTo(Progress.Direction.FORWARD);
        assertThat(review.moved(Section.A))
                .isNotEmpty()
                .allSatisfy(moved -> assertThat(moved.item()).startsWith("A"));
        assertThat(review.section(Section.G).direction()).isEqualTo(Progress.Direction.STABLE);
    }

    @Test
    void concernsWhatWasPlannedBeforeTheLaterAnswers() {
        Review review = review();
        assertThat(review).isNotNull();
        assertThat(review.concerns(action(Section.A, BEFORE.plus(1, ChronoUnit.DAYS))))
                .isTrue();
        assertThat(review.concerns(action(Section.A, LATER.plus(1, ChronoUnit.DAYS))))
                .isFalse();
        assertThat(review.concerns(action(Section.PREP, BEFORE))).isFalse();
        assertThat(review.concerns(action(null, BEFORE))).isFalse();
    }

    @Test
    void needsTwoResults() {
        assertThat(Review.of(GRID, List.of())).isNull();
        assertThat(Review.of(GRID, List.of(new KeptResults.Dated(0, BEFORE, Gardens.KEPT))))
                .isNull();
    }

    @Test
    void letsEveryMoveOfAnActionBeTakenBack() {
        assertThat(Arrays.stream(ActionState.values())
                        .flatMap(from -> Stream.of(ActionState.values())
                                .filter(from::canBecome)
                                .map(to -> from + " " + to)))
                .containsExactlyInAnyOrder(
                        "TODO DOING",
                        "TODO DONE",
                        "TODO DROPPED",
                        "DOING TODO",
                        "DOING DONE",
                        "DOING DROPPED",
                        "DONE TODO",
                        "DONE DOING",
                        "DROPPED TODO",
                        "DROPPED DOING");
    }

    private static @Nullable Review review() {
        return Review.of(
                GRID,
                List.of(
                        new KeptResults.Dated(1, LATER, Gardens.LATER),
                        new KeptResults.Dated(0, BEFORE, Gardens.KEPT)));
    }

    private static PlannedAction action(@Nullable Section section, Instant at) {
        return new PlannedAction(
                new UUID(0, 1), "x", null, section, null, null, null, null, "", ActionState.TODO, "", at, at, 1);
    }
}
