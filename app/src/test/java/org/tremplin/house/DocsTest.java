package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a document points to exists. */
class DocsTest {

    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\\n]*`", Pattern.DOTALL);

    private static final Pattern GLOSSARY_ROW = Pattern.compile("(?m)^\\| \\*\\*[^|]+\\| [^|]+\\| (`[^|]+`) \\|");
    private static final Pattern CITED = Pattern.compile("\\b([a-z]+\\.md),? [\\dA-Z]");
    private static final Pattern BOLD_TITLE = Pattern.compile("(?m)^- \\*\\*([^*]+)\\*\\*");
    private static final Pattern ENGLISH_BEGINNING = Pattern.compile("(?m)^\\*?([A-Z](?:\\S+ ){2}\\S+)");
    private static final Pattern WORD = Pattern.compile("(\\w+)");

    @Test
    void leadsSomewhereByEveryLink() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher links = LINK.matcher(prose(document));
            while (links.find()) {
                if (!resolves(document, links.group(1))) {
                    broken.add(TOP.relativize(document) + " -> " + links.group(1));
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    /** Merged twice, a thing would be told twice, and the second time without what the first one says. */
    @Test
    void tellsEachThingOnceInTheChangelog() throws IOException {
        String changelog = Files.readString(TOP.resolve("docs/CHANGELOG.md"));
        for (Pattern beginning : List.of(BOLD_TITLE, ENGLISH_BEGINNING)) {
            List<String> told = beginning
                    .matcher(changelog)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(told).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        }
    }

    /** What a comment cites can be read here: “rules.md 7.4” is a section of docs/developer. */
    @Test
    void holdsThePagesThatTheCodeCites() {
        List<String> missing = new ArrayList<>();
        for (Path java : Sources.find(Path.of("src"), ".java")) {
            Sources.all(CITED, Sources.read(java)).stream()
                    .filter(page -> Stream.of("docs/developer", "docs", ".")
                            .noneMatch(
                                    folder -> Files.exists(TOP.resolve(folder).resolve(page))))
                    .forEach(page -> missing.add(java + " -> " + page));
        }

        assertThat(missing).isEmpty();
    }

    /** A code name in italics is planned; any other is a word of the code, the texts or the tables. */
    @Test
    void namesInTheGlossaryWhatTheCodeNames() throws IOException {
        Set<String> words = new HashSet<>();
        for (String ending : List.of(".java", ".sql", ".properties")) {
            Sources.find(Path.of("src/main"), ending)
                    .forEach(file -> words.addAll(Sources.all(WORD, Sources.read(file))));
        }

        List<String> unknown = new ArrayList<>();
        Matcher rows = GLOSSARY_ROW.matcher(Files.readString(TOP.resolve("docs/glossaire.md")));
        while (rows.find()) {
            Sources.all(WORD, rows.group(1)).stream()
                    .filter(word -> !words.contains(word))
                    .forEach(unknown::add);
        }

        assertThat(unknown).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(TOP.resolve("README.md")));
        for (String folder : List.of("docs", "infra", "campaign-templates")) {
            try (Stream<Path> files = Files.walk(TOP.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents;
    }

    private static String prose(Path document) throws IOException {
        return CODE.matcher(Files.readString(document)).replaceAll("");
    }

    private static boolean resolves(Path document, String link) {
        String path = link.replaceFirst("#.*", "");
        if (path.isEmpty() || path.matches("[a-z]+:.*")) {
            return true;
        }
        Path target = document.resolveSibling(path).normalize();
        return target.startsWith(TOP) && Files.exists(target);
    }
}
