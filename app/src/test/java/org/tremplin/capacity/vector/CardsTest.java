package org.tremplin.capacity.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tremplin.capacity.Refusal;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.GridScoring;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every card: one change to the answers of an association that needs little is enough for it. */
class CardsTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Grid GRID = Grids.current();
    private static final String ROWS = """
            R01 | V2 with A=[1,1,1,1,1,1,1,1]
            R02 | V2 with A=[3,0,2,2,2,2,2,2]
            R02 | V2 with A=[3,2,1,2,2,2,2,2]
            R03 | V2 with A=[4,3,3,1,2,3,2,2]
            R04 | V2 with A=[4,3,3,3,2,3,1,2]
            R05 | V2 with A=[4,3,3,3,2,3,2,0]
            R06 | V2 with relays=5
            R07 | V2 with B=[1,2,3,3,2,2,3]
            R07 | V2 with B=[3,2,3,3,2,1,3]
            R08 | V2 with B=[3,1,3,3,2,2,3]
            R09 | V2 with B=[3,2,3,3,0,2,3]
            R09 | V2 with G=[3,3,2,3,1,2,3,2]
            R10 | V2 with B=[3,2,DK,DK,DK,2,3]
            R11 | V2 with relays=2
            R12 | V1 with relays=3
            R13 | ETOILE with relays=2
            R14 | V2 with ties={"Y":["1-2","2-3","3-4"],"N":["1-3","1-4","1-5","1-6","1-7","1-8","1-9","2-4","2-5","2-6","2-7","2-8","2-9","3-5","3-6","3-7","3-8","3-9","4-5"]}
            R15 | V2 with L=[1,2,3,3,3,2]
            R15 | V2 with L=[2,1,3,3,3,2]
            R16 | V2 with relays=3
            R17 | V2 with committed=3599
            R18 | V2 with hours=[[6,5],[6,4]]
            R18 | V2 with hours=[[9,9],[1,20]]
            R18 | V2 with E=[0,0,0,0,0,0,3]
            R19 | V2 with PREP=[4,3,3,1,2,3]
            R20 | V2 with PREP=[4,3,3,3,1,3]
            R20 | V2 with G=[3,3,1,3,2,2,3,2]
            R21 | V2 with E=[3,0,0,0,0,0,0]
            R22 | V2 with E=[0,3,0,0,0,0,0]
            R23 | V2 with E=[0,0,3,0,0,0,0]
            R23 | V2 with B=[3,2,3,3,2,2,1]
            R24 | V2 with E=[0,0,0,3,0,0,0]
            R25 | V2 with E=[0,0,0,0,3,0,0]
            R26 | V2 with E=[0,0,0,0,0,3,0]
            R27 | V2 with G=[1,3,2,3,2,2,3,2]
            R27 | V2 with G=[3,1,2,3,2,2,3,2]
            R28 | V2 with gatesMissing=[3]
            """;

    @Test
    void triggersEveryCardByOneChange() throws IOException {
        for (String row : ROWS.lines().toList()) {
            String card = row.substring(0, 3);
            assertThat(words(out(row.substring(6)), "cards")).as(row).contains(card);
        }
        assertThat(ROWS.lines().map(row -> row.substring(0, 3)))
                .containsAll(GRID.cards().stream().map(Card::id).toList());
    }

    @Test
    void triggersFewCardsForThoseWhoNeedLittle() throws IOException {
        assertThat(words(out("V2 with E=[0,0,0,0,0,0,0]"), "cards")).containsExactly("R06");
        assertThat(words(out("V2 with A=[2,2,2,2,2,2,2,2], E=[0,0,0,0,0,0,0]"), "cards"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    V2 with gatesMissing=[3], B=[3,2,DK,DK,DK,2,3] | R28 R10 R21
                    V2 with E=[0,0,0,0,0,0,3]                      | R18 R06
                    V2 with E=[3,4,0,0,0,0,0]                      | R22 R06
                    V2 with E=[4,4,4,4,4,4,4]                      | R21 R06
                    V2 with E=[0,0,4,0,0,0,0], B=[3,2,3,3,2,2,1]   | R23 R06
                    ETOILE with relays=2                           | R28 R18 R17
                    """)
    void showsWhatBlocksThenWhatIsMissingThenOneObstacleThenLevers(String in, String shown) throws IOException {
        assertThat(String.join(" ", words(out(in), "shown"))).isEqualTo(shown);
    }

    @Test
    void listsCardsOnceInTheOrderOfTheirIds() throws IOException {
        List<String> cards = words(out("ETOILE with relays=2"), "cards");
        assertThat(cards).containsExactlyElementsOf(new TreeSet<>(cards));
    }

    private static JsonNode out(String in) throws IOException {
        ObjectNode file =
                (ObjectNode) MAPPER.readTree(Files.readString(Path.of("src/test/resources/diagnosis/vectors.json")));
        file.putObject("tried").put("in", in);
        return MAPPER.readTree(new Vectors(new GridScoring(GRID))
                        .score(file.toString(), Refusal::toString)
                        .text())
                .path("tried")
                .path("out");
    }

    private static List<String> words(JsonNode out, String key) {
        List<String> words = new ArrayList<>();
        out.path(key).forEach(word -> words.add(word.asString()));
        return words;
    }
}
