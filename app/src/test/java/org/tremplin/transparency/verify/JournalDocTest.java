package org.tremplin.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What {@code docs/journal.md} shows and names is what the checkers do. */
class JournalDocTest {

    @Test
    void showsAWholeFileThatVerifies() throws Exception {
        String file = WrittenJournal.file(WrittenJournal.of(3).lines());

        assertThat(document()).contains("```json\n" + file + "```");
        assertThat(WrittenJournal.check(file, WrittenJournal.of(2).signed()).problem())
                .isNull();
    }

    @Test
    void namesEveryCodeAndEveryLimitInBothLanguages() throws Exception {
        String[] languages = document().split("\n---\n");

        assertThat(languages)
                .hasSize(2)
                .allSatisfy(text -> assertThat(Arrays.stream(Problem.What.values()))
                        .allSatisfy(code -> assertThat(text).contains("`" + code + "`")));
        assertThat(languages[1]).contains("%,d bytes a line".formatted(Lines.LONGEST));
        assertThat(languages[1]).contains("%,d lines".formatted(Lines.MOST));
    }

    private static String document() throws Exception {
        return Files.readString(Path.of("../docs/journal.md"));
    }
}
