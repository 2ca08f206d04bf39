package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tremplin.association.Role;
import org.tremplin.platform.web.Messages;

class ToldTest {

    private static final Messages TEXTS = new Messages();

    @ParameterizedTest
    @CsvSource({
        "gift, 3000, 1, 3000",
        "refund, 3000, -1, 3000",
        "refund, -3000, 1, 3000",
        "expense, 3000, -1, 3000",
        "amendment, 3000, -1, 3000",
        "amendment, -3000, 1, 3000",
        "budget, 3000, 0, 3000",
        "budget, -3000, 0, -3000"
    })
    void tellsWhichWayTheMoneyWent(String kind, long cents, int direction, long shown) {
        Told told = Told.of(
                new StoredLeaf(
                        0,
                        "{\"cents\":" + cents + ",\"currency\":\"EUR\",\"day\":\"2026-11-22\",\"kind\":\"" + kind
                                + "\",\"seq\":0,\"v\":1}",
                        "00",
                        Map.of()),
                TEXTS,
                Locale.FRANCE);

        assertThat(told.direction()).isEqualTo(direction);
        assertThat(told.cents()).isEqualTo(shown);
    }

    /** Every name that a leaf is written with, as the sources give it. */
    @Test
    void hasWordsForEveryTextAndDocumentOfALeaf() throws IOException {
        Set<String> texts = new TreeSet<>();
        Set<String> documents = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/tremplin/transparency"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                names("Commitment\\.to\\(\\s*\"([a-z]+)\"", source).forEach(texts::add);
                names("[ (]texts\\(\\s*\"([a-z]+)\"", source).forEach(texts::add);
                names("\\.hashes\\(Map\\.of\\(\"([a-z]+)\"", source).forEach(documents::add);
                names("\\.hashes\\(Map\\.of\\(\"[a-z]+\", [^,]+, \"([a-z]+)\"", source)
                        .forEach(documents::add);
                names("hashes\\.put\\(\"([a-z]+)\"", source).forEach(documents::add);
            }
        }
        assertThat(texts).contains("name", "purpose", "supplier", "reason", "role", "before", "after", "attestation");
        assertThat(documents).contains("text", "figures", "original", "public");
        for (Locale locale : List.of(Locale.FRANCE, Locale.ENGLISH)) {
            for (String name : texts) {
                assertThat(Told.word("journal.text.", name, TEXTS, locale)).isNotEqualTo(name);
            }
            for (String name : documents) {
                assertThat(Told.word("journal.document.", name, TEXTS, locale)).isNotEqualTo(name);
            }
            for (Role role : Role.values()) {
                assertThat(Told.word("role.", role.name(), TEXTS, locale)).isNotEqualTo(role.name());
            }
        }
    }

    @Test
    void tellsAmountsAndRolesInWords() {
        String leaf = "{\"commitments\":{\"after\":\"a\",\"before\":\"b\",\"role\":\"c\"},"
                + "\"day\":\"2026-11-22\",\"kind\":\"budget\",\"seq\":0,\"v\":1}";
        Told told = Told.of(
                new StoredLeaf(
                        0,
                        leaf,
                        "00",
                        Map.of(
                                "before", new StoredLeaf.Text("00", "250000"),
                                "after", new StoredLeaf.Text("00", "300000"),
                                "role", new StoredLeaf.Text("00", "TREASURER"))),
                TEXTS,
                Locale.FRANCE);

        assertThat(told.texts())
                .containsEntry("Avant", "2\u202F500,00\u00A0€")
                .containsEntry("Après", "3\u202F000,00\u00A0€")
                .containsEntry("Rôle", "Trésorerie");
    }

    private static Stream<String> names(String pattern, String source) {
        return Pattern.compile(pattern).matcher(source).results().map(found -> found.group(1));
    }
}
