package org.tremplin.capacity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.GridScoring;

/** What a result page advises, the most telling first. */
class AdvisedCardsTest {

    private static final Grid GRID = Grids.current();

    @Test
    void keepsACardThatAnAnswerCallsForThoughItAnswersAnObstacleToo() {
        assertThat(open(Gardens.DIAGNOSIS)).contains("R23");
    }

    @Test
    void showsOneCardOnlyForSeveralObstacles() {
        Diagnosis gardens = Gardens.DIAGNOSIS;
        Diagnosis heavy = new Diagnosis(
                gardens.profile(),
                gardens.online(),
                Gardens.answers("2211113"),
                gardens.learning(),
                gardens.governance(),
                Gardens.answers("4443332"),
                gardens.partners(),
                gardens.ties());
        assertThat(open(heavy)).contains("R21").doesNotContain("R22", "R23", "R24", "R25", "R26");
    }

    private static List<String> open(Diagnosis diagnosis) {
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        KeptResult kept = new KeptResult(
                false,
                1,
                diagnosis,
                Conclusions.withoutCampaign(GRID),
                new GridScoring(GRID).score(diagnosis, Conclusions.withoutCampaign(GRID)),
                List.of(),
                List.of());
        return new AdvisedCards(kept, Map.of(), new Telling(GRID, messages, Locale.FRENCH))
                .open().stream().map(ResultPage.Advised::id).toList();
    }
}
