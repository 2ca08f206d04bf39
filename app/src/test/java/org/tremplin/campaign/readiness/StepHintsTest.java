package org.tremplin.campaign.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;

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
}
