package org.tremplin.campaign.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Ties;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.GridScoring;

/** Advice at the steps of the editor comes from the cards of the grid. */
class StepHintsTest {

    @Test
    void namesCardsThatTheGridHas() {
        Grid grid = Grids.current();
        assertThat(StepHints.CARDS.values().stream().flatMap(List::stream))
                .allSatisfy(card -> assertThat(grid.card(card)).isPresent());
    }

    @Test
    void hasAPlaceForEveryStepThatIsWritten() {
        assertThat(StepHints.CARDS).containsOnlyKeys("projet", "budget", "recit", "diffusion");
    }

    /** The first step is written before any goal: what does not compare with it is said all the same. */
    @Test
    void advisesBeforeThereIsAGoal() {
        StepHints hints = new StepHints(null, null, new GridScoring(Grids.current()), null, null);
        Told told = Told.nothing(CampaignType.LOCAL);
        Diagnosis diagnosis = diagnosis(Answer.IMPROVED);
        assertThat(hints.cards(diagnosis, told, 0, "projet")).containsExactly("R01", "R04");
        assertThat(hints.cards(diagnosis, told, 0, "diffusion")).containsExactly("R18");
        assertThat(hints.cards(diagnosis, told, 0, "budget")).containsExactly("R07");
    }

    /** Online and software are tried, and it all rests on somebody as far as this says. */
    private static Diagnosis diagnosis(Answer restsOnOne) {
        List<Answer> obstacles = new ArrayList<>(Collections.nCopies(6, Answer.NOT_IN_PLACE));
        obstacles.add(restsOnOne);
        return new Diagnosis(
                new Profile(0, Ratio.ZERO, Reach.LOCAL, Answer.TRIED, Map.of(Orientation.COM, 10), null),
                Collections.nCopies(8, Answer.TRIED),
                Collections.nCopies(7, Answer.TRIED),
                List.of(),
                Collections.nCopies(8, Answer.SHARED),
                obstacles,
                List.of(),
                Ties.NONE);
    }
}
