package org.tremplin.capacity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ties;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.Agreed;
import org.tremplin.capacity.score.GridScoring;

/** What is written for good is read as it was. */
class ResultJsonTest {

    private static final GridScoring SCORING = new GridScoring(Grids.current());

    @Test
    void readsTheVerySameResult() {
        KeptResult kept = new KeptResult(
                false,
                2,
                Gardens.DIAGNOSIS,
                Gardens.PREPARATION,
                SCORING.score(Gardens.DIAGNOSIS, Gardens.PREPARATION),
                List.of(new Agreed.Spread("A1", Answer.NOT_IN_PLACE, Answer.SHARED)),
                List.of("budget"),
                Map.of());
        String written = ResultJson.write(kept);
        assertThat(written).contains("\"200/7\"").doesNotContain("publishable", "\"known\"");
        assertThat(ResultJson.read(written)).isEqualTo(kept);
    }

    @Test
    void keepsWhatIsMissingMissing() {
        Diagnosis blank = new Diagnosis(
                Gardens.DIAGNOSIS.profile(),
                Gardens.answers("????????"),
                Gardens.answers("???????"),
                List.of(),
                Gardens.answers("????????"),
                Gardens.answers("???????"),
                List.of(),
                Ties.NONE);
        Preparation nothing = new Preparation(
                Gardens.PREPARATION.type(),
                Gardens.PREPARATION.goal(),
                Gardens.answers("??????"),
                null,
                null,
                null,
                null,
                null,
                List.of("6", "8"));
        KeptResult kept =
                new KeptResult(true, 1, blank, nothing, SCORING.score(blank, nothing), List.of(), List.of(), Map.of());
        assertThat(ResultJson.read(ResultJson.write(kept))).isEqualTo(kept);
    }
}
