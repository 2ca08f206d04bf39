package org.tremplin.campaign.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Messages;

/** Advice at the steps of the editor comes from the cards of the grid. */
class StepHintsTest {

    private static final StepHints HINTS =
            new StepHints(null, null, null, new GridScoring(Grids.current()), null, null);

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
        Told told = Told.nothing(CampaignType.LOCAL);
        Diagnosis diagnosis = diagnosis(Answer.IMPROVED);
        assertThat(HINTS.cards(diagnosis, told, 0, "projet")).containsExactly("R01", "R04");
        assertThat(HINTS.cards(diagnosis, told, 0, "diffusion")).containsExactly("R18");
        assertThat(HINTS.cards(diagnosis, told, 0, "budget")).containsExactly("R07");
    }

    @Test
    void asksForRelaysWhereTheGoalIsSet() {
        Told told = told(0, null);
        assertThat(HINTS.cards(diagnosis(Answer.IMPROVED), told, 300_000, "budget"))
                .contains("R16")
                .containsSubsequence("R16", "R07");
    }

    @Test
    void asksForOneEuroInThreeBeforeTheLaunchUntilItIsPromised() {
        Diagnosis diagnosis = diagnosis(Answer.IMPROVED);
        StepHints.Said asked = HINTS.promised(diagnosis, told(3, 60_000L), 300_000, Language.FR)
                .orElseThrow();
        assertThat(new Messages().getMessage(asked.key(), asked.arguments(), Locale.FRENCH))
                .contains("1\u00A0€ promis sur 3 avant le départ", "3\u202F000\u00A0€, visez 900\u00A0€", "30\u00A0%");
        assertThat(HINTS.promised(diagnosis, told(3, 90_000L), 300_000, Language.FR))
                .isEmpty();
        assertThat(HINTS.promised(diagnosis, told(3, null), 0, Language.FR))
                .get()
                .extracting(StepHints.Said::key)
                .isEqualTo("hint.promised");
    }

    private static Told told(int relays, Long committed) {
        return new Told(
                CampaignType.LOCAL,
                Collections.nCopies(Told.ANSWERS, Answer.UNKNOWN),
                relays,
                null,
                null,
                null,
                committed);
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
