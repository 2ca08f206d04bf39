package org.tremplin.capacity.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;

class SheetsTest {

    private final Sheets sheets = new Sheets();

    @Test
    void thereAreAtLeastTenAndEachIsWhole() {
        assertThat(sheets.all()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(sheet -> {
            assertThat(sheet.steps()).hasSizeBetween(3, 7);
            assertThat(sheet.traps()).hasSizeBetween(2, 5);
            assertThat(sheet.minutes()).isBetween(5, 180);
            assertThat(Stream.concat(sheet.items().stream(), sheet.gates().stream()))
                    .as("%s is tied to an item or a gate", sheet.id())
                    .isNotEmpty();
        });
        assertThat(sheets.all().stream().map(Sheet::order).toList())
                .as("each its own place")
                .isEqualTo(IntStream.rangeClosed(1, sheets.all().size()).boxed().toList());
    }

    @Test
    void eachHasAnExampleForEveryCampaignTemplate() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("..", "campaign-templates"))) {
            Set<String> templates = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(sheets.all())
                    .allSatisfy(sheet ->
                            assertThat(new TreeSet<>(sheet.examples().keySet())).isEqualTo(templates));
        }
    }

    @Test
    void everyItemTheyNameIsInTheDiagnosis() {
        Grid grid = Grids.current();
        assertThat(sheets.all().stream().flatMap(sheet -> sheet.items().stream()))
                .allSatisfy(item ->
                        assertThat(ResourcePages.helped(grid, item)).as(item).isPresent());
    }

    @Test
    void everyGateHasASheet() {
        assertThat(sheets.all().stream().flatMap(sheet -> sheet.gates().stream()))
                .containsOnly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void isFoundByTheBeginningOfItsWordsWithoutAccents() {
        assertThat(found("recu fisc", Locale.FRENCH)).contains("recu-fiscal");
        assertThat(found("REÇU", Locale.FRENCH)).contains("recu-fiscal");
        assertThat(found("tax receipt", Locale.ENGLISH)).contains("recu-fiscal");
        assertThat(found("eçu", Locale.FRENCH)).as("in the middle of a word").isEmpty();
        assertThat(found("tax receipt", Locale.FRENCH)).isEmpty();
        assertThat(found("  ", Locale.FRENCH)).hasSameSizeAs(sheets.all());
    }

    @Test
    void aFileThatLacksAFieldIsNamed() {
        ByteArrayResource file = new ByteArrayResource("id: moitie\norder: 1\n".getBytes()) {
            @Override
            public String getFilename() {
                return "moitie.yaml";
            }
        };
        assertThatThrownBy(() -> sheets.read(file)).hasMessageContaining("moitie.yaml");
    }

    private List<String> found(String words, Locale locale) {
        return sheets.answering(words, locale).stream().map(Sheet::id).toList();
    }
}
