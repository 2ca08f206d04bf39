package org.tremplin.capacity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tremplin.association.Role;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.resource.ShippedSheets;
import org.tremplin.platform.paper.Press;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Messages;
import tools.jackson.databind.json.JsonMapper;

/** What an association takes along of its diagnosis, as the documents describe it. */
class ExportTest {

    private static final Path DOCUMENT = Path.of("../docs/developer/diagnosis-export.md");
    private static final Grid GRID = Grids.current();
    private static final Messages MESSAGES = new Messages();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final List<PlannedAction> PLAN = List.of(new PlannedAction(
            new UUID(0, 1),
            "Write to our members once a month",
            "R03",
            Section.A,
            Role.EDITOR,
            new UUID(0, 2),
            LocalDate.of(2027, 1, 15),
            0L,
            "",
            ActionState.DOING,
            "",
            AT,
            AT,
            1));

    @Test
    void writesTheExampleOfTheDocuments() throws IOException {
        Matcher example = Pattern.compile("(?s)```json\n(.*?)```").matcher(Files.readString(DOCUMENT));
        assertThat(example.find()).isTrue();
        JsonMapper mapper = JsonMapper.builder().build();
        assertThat(mapper.readTree(json())).isEqualTo(mapper.readTree(example.group(1)));
    }

    @Test
    void holdsObstaclesAndNoNameOfAnybody() {
        assertThat(json())
                .contains("\"obstacles\"", "\"E1\" : 3", "\"A\"", "tremplin-diagnosis")
                .doesNotContain(new UUID(0, 2).toString(), "\"name\"", "\"person\"", "@");
    }

    @Test
    void readsOnPaperAsItReadsOnThePage() throws IOException {
        ResultPage page = new ResultPages(GRID, MESSAGES, ShippedSheets.ITEMS)
                .page(
                        "",
                        PARIS,
                        List.of(
                                new StoredAssessments.Made(new UUID(0, 1), AT, Gardens.LATER),
                                new StoredAssessments.Made(new UUID(0, 3), AT.minusSeconds(86_400), Gardens.KEPT)),
                        Map.of("R04", SaidOfCards.Said.REFUSED),
                        Locale.FRENCH);
        byte[] pdf = new Press()
                .print(new ExportPaper(GRID, MESSAGES, Language.FR)
                        .of("Les Jardins du Coin", page, Gardens.LATER, PLAN))
                .block();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(2, 8);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Les Jardins du Coin",
                            "obstacles, qu’aucun mécène",
                            "Trois pas, pas plus",
                            "Par type",
                            "comme si 2,7 types",
                            "Le numérique, en deux mesures",
                            "Ce qui freine",
                            "Write to our members once a month",
                            "Rédaction",
                            "Pourquoi ce résultat",
                            "aucune note globale")
                    .doesNotContain("null", "???", "{0", "choice");
        }
    }

    private static String json() {
        return new ExportJson(GRID, MESSAGES, Locale.ENGLISH)
                .write(
                        "Les Jardins du Coin",
                        PARIS,
                        AT,
                        List.of(new KeptResults.Dated(0, AT, Gardens.KEPT)),
                        Map.of("R04", SaidOfCards.Said.REFUSED),
                        PLAN);
    }
}
