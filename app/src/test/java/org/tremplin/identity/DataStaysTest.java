package org.tremplin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tremplin.platform.privacy.Remainder;

/** The page after an erasure says all that stays. */
class DataStaysTest {

    private static final Pattern CODE = Pattern.compile("new Remainder\\(\\s*\"([a-z-]+)\"");

    @Test
    void readsWhateverTheHoldersKeep() throws IOException {
        List<Remainder> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path java :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(java))
                        .results()
                        .forEach(found -> all.add(new Remainder(found.group(1), 2, null)));
            }
        }
        assertThat(all).extracting(Remainder::code).contains("books", "agreements", "patron-questions");
        assertThat(DataController.read(DataController.written(all))).isEqualTo(all);
    }
}
