package org.tremplin.capacity.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.Section;

/** The definition that comes with the application, and what keeps a faulty one from being used. */
class GridTest {

    private static final Path FILE = Path.of("src/main/resources/diagnosis/grid-v1.yaml");
    private static final Grid GRID = Grids.current();

    @Test
    void asksThirtyFiveQuestionsAndThirteenInTheShortForm() {
        List<Item> items = items().toList();
        assertThat(items).hasSize(35);
        assertThat(items.stream().filter(Item::express)).hasSize(13);
        assertThat(GRID.items(Section.A)).hasSize(8);
        assertThat(GRID.items(Section.B)).hasSize(7);
        assertThat(GRID.items(Section.L)).hasSize(6);
        assertThat(GRID.items(Section.G)).hasSize(8);
        assertThat(GRID.items(Section.PREP)).hasSize(6);
        assertThat(GRID.obstacles()).hasSize(7);
        assertThat(GRID.gates()).hasSize(8);
        assertThat(GRID.cards()).hasSize(28);
    }

    @Test
    void letsOnlyThreeQuestionsBeLeftOut() {
        assertThat(items().filter(item -> item.leftOut() != null).map(Item::id)).containsExactly("A6", "A8", "G8");
    }

    @Test
    void weighsEveryTypeOfCampaignToAHundred() {
        for (CampaignType type : CampaignType.values()) {
            assertThat(Stream.of(Component.values())
                            .mapToInt(GRID.weights(type)::of)
                            .sum())
                    .isEqualTo(100);
        }
    }

    @Test
    void sendsOnlyEmployersToTheirHelper() {
        Card card = GRID.card("R27").orElseThrow();
        assertThat(GRID.helpers(card, 1)).extracting(Helper::id).containsExactly("DLA", "PEER");
        assertThat(GRID.helpers(card, 0)).extracting(Helper::id).containsExactly("GUIDASSO", "PEER");
    }

    @Test
    void writesTheTypographicApostropheAndFrenchSpacing() throws IOException {
        assertThat(Files.readAllLines(FILE))
                .noneMatch(line -> line.replaceFirst("^\\s*#.*", "").contains("'"));
        assertThat(GRID.obstacles().get(5).words().fr()).contains("d’outils\u00A0: comment trier\u202F?");
    }

    /** Words that would make a state of preparation a prediction or a mark. */
    @Test
    void promisesNothing() throws IOException {
        assertThat(Files.readString(FILE).toLowerCase(Locale.ROOT))
                .doesNotContain("chance", "prédiction", "prediction", "probabilit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `  dense: 0.5` | `` | the key “dense” is missing | 1
                    `LOCAL, A: 5,` | `LOCAL, A: 6,` | the weights of LOCAL sum to 101, not to 100 | 0
                    `when: [[A7 <= 1]]` | `when: [[A9 <= 1]]` | unknown reference “A9” | 0
                    `quadrant = DENSE_HOMOGENE` | `quadrant = BULLE` | unknown reference “BULLE” | 0
                    `helpers: [MANUAL]` | `helpers: [NOBODY]` | unknown helper “NOBODY” | 0
                    `sources: [ISLEAN, C4]` | `sources: [NOWHERE]` | unknown source “NOWHERE” | 0
                    `  firstCircle: 0.30` | `  firstCircle: zero` | “zero” is not a number | 0
                    `  firstCircle: 0.30` | `  firstCircle: 0` | 0 is not above 0 | 0
                    `  aim: 80` | `  aim: 80\\n  aims: 81` | unknown key “aims” | 1
                    `  aim: 80` | `  aim: 80\\n  aim: 81` | the key “aim” stands twice | 1
                    `component: GOV` | `component: GOVERNANCE` | unknown reference “GOVERNANCE” | 0
                    `{hours: 70, cost: 30}` | `{hours: 70, cost: 40}` | hours and cost do not sum to 100 | 0
                    `obstacle: E7` | `obstacle: E8` | unknown obstacle “E8” | 0
                    `R28` | `R27` | the id of a card is R and two digits, once: “R27” | 0
                    """)
    void startsWithNoFaultyGridAndNamesTheLine(String there, String instead, String fault, int offset)
            throws IOException {
        String text = Files.readString(FILE);
        assertThat(text).contains(there);
        String broken = text.replace(there, instead.replace("\\n", "\n"));
        assertThatThrownBy(() -> GridReader.read("grid.yaml", broken))
                .isInstanceOf(GridFault.class)
                .hasMessageContaining(fault)
                .hasMessageMatching("(?s)grid\\.yaml, line \\d+: .*");
        if (offset == 0) {
            long line = text.substring(0, text.indexOf(there) + there.length())
                    .lines()
                    .count();
            assertThatThrownBy(() -> GridReader.read("grid.yaml", broken)).hasMessageContaining("line " + line + ":");
        }
    }

    @Test
    void saysWhereTheFileIsNoYaml() {
        assertThatThrownBy(() -> GridReader.read("grid.yaml", "version: 1\nsources: {a: [}\n"))
                .hasMessageStartingWith("grid.yaml, line 2: ");
        assertThatThrownBy(() -> GridReader.read("grid.yaml", "")).hasMessage("grid.yaml, line 1: the file is empty");
    }

    private static Stream<Item> items() {
        return GRID.sections().stream().flatMap(section -> section.items().stream());
    }
}
