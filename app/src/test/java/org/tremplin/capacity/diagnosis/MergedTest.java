package org.tremplin.capacity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.PartnerNetwork;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.score.Agreed;
import org.tremplin.capacity.score.GridScoring;

/** Several people's answers as those of one association. */
class MergedTest {

    private static final Grid GRID = Grids.current();

    @Test
    void makesTheGardensOfWhatTheyTyped() {
        Map<String, String> sheet = new HashMap<>(Map.of(Trait.AUDIENCE, "1"));
        section(sheet, Section.A, Gardens.DIAGNOSIS.online());
        section(sheet, Section.B, Gardens.DIAGNOSIS.software());
        section(sheet, Section.L, Gardens.DIAGNOSIS.learning());
        section(sheet, Section.G, Gardens.DIAGNOSIS.governance());
        for (int at = 0; at < GRID.obstacles().size(); at++) {
            sheet.put(
                    GRID.obstacles().get(at).id(),
                    AnswerCode.of(Gardens.DIAGNOSIS.obstacles().get(at)));
        }
        Map<String, String> traits = new HashMap<>(Map.of("staff", "0", "budget", "6000", "reach", "LOCAL"));
        for (Orientation kind : Orientation.values()) {
            Integer given = Gardens.DIAGNOSIS.profile().tokens().get(kind);
            if (given != null) {
                traits.put(kind.name(), given.toString());
            }
        }
        PartnerNetwork network = new PartnerNetwork(Gardens.DIAGNOSIS.partners(), Gardens.DIAGNOSIS.ties());
        Merged merged = Merged.of(GRID, new Answers(traits, List.of(sheet)), network);
        assertThat(merged.diagnosis()).isEqualTo(Gardens.DIAGNOSIS);
        assertThat(merged.toDiscuss()).isEmpty();
        assertThat(merged.assumed()).isEmpty();
    }

    @Test
    void takesTheMiddleAnswerAndNamesWhatIsFarApart() {
        Merged merged = merged(Map.of(), Map.of("A1", "0", "A2", "2"), Map.of("A1", "3", "A2", "3"), Map.of("A1", "1"));
        assertThat(merged.diagnosis().online().subList(0, 2)).containsExactly(Answer.TRIED, Answer.ONE_PERSON);
        assertThat(merged.toDiscuss()).containsExactly(new Agreed.Spread("A1", Answer.NOT_IN_PLACE, Answer.SHARED));
    }

    @Test
    void countsAnUnknownSizeAsTheSmallestAndSaysSo() {
        Merged merged = merged(Map.of("budget", "DK"), Map.of("A1", "2"));
        assertThat(merged.diagnosis().profile().budget()).isEqualTo(Ratio.ZERO);
        assertThat(merged.diagnosis().profile().reach()).isEqualTo(Reach.LOCAL);
        assertThat(merged.assumed()).containsExactly("staff", "budget", "reach");
    }

    @Test
    void countsAnUnknownReachAsTheSmallestAndSaysSo() {
        Merged merged = merged(Map.of("staff", "0", "budget", "0", "reach", "DK"), Map.of("A1", "2"));
        assertThat(merged.diagnosis().profile().reach()).isEqualTo(Reach.LOCAL);
        assertThat(merged.assumed()).containsExactly("reach");
    }

    @Test
    void opensAQuestionAgainThatMayNoLongerBeLeftOut() {
        Diagnosis grown = merged(Map.of("staff", "3"), Map.of("G8", "NA")).diagnosis();
        assertThat(grown.governance().get(7)).isEqualTo(Answer.UNKNOWN);
        assertThat(new GridScoring(GRID).refusals(grown, Conclusions.withoutCampaign(GRID)))
                .isEmpty();
    }

    @Test
    void hasNoTokensUnlessTheyAreAllPlaced() {
        assertThat(merged(Map.of("ADV", "4", "COM", "5"), Map.of("A1", "2"))
                        .diagnosis()
                        .profile()
                        .tokens())
                .isNull();
    }

    @SafeVarargs
    private static Merged merged(Map<String, String> traits, Map<String, String>... sheets) {
        return Merged.of(GRID, new Answers(traits, List.of(sheets)), PartnerNetwork.NONE);
    }

    private static void section(Map<String, String> sheet, Section section, List<Answer> answers) {
        List<Item> items = GRID.items(section);
        for (int at = 0; at < items.size(); at++) {
            sheet.put(items.get(at).id(), AnswerCode.of(answers.get(at)));
        }
    }
}
