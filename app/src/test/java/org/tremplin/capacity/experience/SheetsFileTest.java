package org.tremplin.capacity.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.experience.SheetsFile.Read;
import org.tremplin.capacity.experience.SheetsFile.Sheet;

class SheetsFileTest {

    private static final YearMonth NOW = YearMonth.of(2026, 11);
    private static final Sheet GOOD = sheet("Dix promesses avant d’ouvrir", "2026-10");

    @Test
    void readsWhatItWrote() {
        assertThat(read(List.of(GOOD))).isEqualTo(new Read(List.of(GOOD), "", 0));
    }

    @Test
    void holdsNothingOfAssociations() {
        assertThat(new String(SheetsFile.write(List.of(GOOD), Instant.EPOCH), StandardCharsets.UTF_8))
                .contains("\"format\" : \"tremplin-experiences\"", "\"version\" : 1")
                .doesNotContain("association", "campaign", "\"id\"");
    }

    /** What one instance gives, another takes. */
    @Test
    void leavesOutTheOldestThatDoNotFit() {
        List<Sheet> sheets = Collections.nCopies(200, sheet("é".repeat(600), "2026-10"));
        Read read = SheetsFile.read(SheetsFile.write(sheets, Instant.EPOCH), NOW);
        assertThat(read.refused()).isEmpty();
        assertThat(read.sheets()).hasSizeBetween(100, 199);
    }

    @Test
    void refusesTheWholeFileAndSaysWhy() {
        assertThat(refused("")).isEqualTo("none");
        assertThat(refused("bonjour")).isEqualTo("foreign");
        assertThat(refused("[1]")).isEqualTo("foreign");
        assertThat(refused("{\"format\":\"tremplin-experiences\",\"version\":2,\"sheets\":[]}"))
                .isEqualTo("version");
        assertThat(refused("{\"format\":\"tremplin-experiences\",\"version\":1}"))
                .isEqualTo("foreign");
        assertThat(refused("{\"format\":\"tremplin-experiences\",\"version\":1,\"sheets\":[{\"language\":\"fr\"}]}"))
                .isEqualTo("incomplete");
        assertThat(refused("{\"format\":\"tremplin-experiences\",\"version\":1,\"sheets\":[null]}"))
                .isEqualTo("incomplete");
        String good = new String(SheetsFile.write(List.of(GOOD), Instant.EPOCH), StandardCharsets.UTF_8);
        assertThat(refused(good.replace("\"A1\"", "null"))).isEqualTo("incomplete");
        assertThat(refused(good.replace("Appelez", "Appelez\\u0000"))).isEqualTo("incomplete");
        assertThat(refused(good.replace("Appelez", "Appelez\\\\u0000")))
                .as("a backslash and its letters are a text")
                .isEmpty();
        assertThat(SheetsFile.read(new byte[SheetsFile.MOST_BYTES + 1], NOW).refused())
                .isEqualTo("large");
        assertThat(read(Collections.nCopies(201, sheet("x", "2026-10"))).refused())
                .isEqualTo("many");
    }

    @Test
    void namesTheSheetThatIsWrong() {
        assertThat(read(List.of(GOOD, sheet("x".repeat(601), "2026-10")))).isEqualTo(Read.refused("long", 2));
        assertThat(read(List.of(GOOD, GOOD, sheet("écrivez à jo@asso.example", "2026-10"))))
                .isEqualTo(Read.refused("telling", 3));
        assertThat(read(List.of(sheet(" ", "2026-10")))).isEqualTo(Read.refused("incomplete", 1));
        assertThat(read(List.of(sheet("Demain", "2026-12")))).isEqualTo(Read.refused("incomplete", 1));
        assertThat(read(List.of(sheet("Un jour", "octobre")))).isEqualTo(Read.refused("incomplete", 1));
    }

    @Test
    void knowsADoubleByItsWords() {
        assertThat(sheet("Dix PROMESSES, avant d'ouvrir !", "2026-09").told().fingerprint())
                .isEqualTo(GOOD.told().fingerprint());
        assertThat(sheet("Onze promesses", "2026-10").told().fingerprint())
                .isNotEqualTo(GOOD.told().fingerprint());
    }

    private static Sheet sheet(String helped, String month) {
        return new Sheet("fr", month, helped, "Commencer plus tôt", "Appelez", List.of("A1"), "", "few", "local");
    }

    private static Read read(List<Sheet> sheets) {
        return SheetsFile.read(SheetsFile.write(sheets, Instant.EPOCH), NOW);
    }

    private static String refused(String file) {
        return SheetsFile.read(file.getBytes(StandardCharsets.UTF_8), NOW).refused();
    }
}
