package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bundles of texts, French and English in step, and what pages ask of them. */
class TextsTest {

    private static final Path BUNDLES = Sources.RESOURCES.resolve("messages");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");
    private static final Pattern KEY_OF_PROBLEM =
            Pattern.compile("\\.add\\(\\s*\"[\\w.\\-]+\",\\s*\"([\\w.-]+\\.[\\w.-]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    /** A blank that {@code Typography} does not turn: a tab, or two in a row before a high sign. */
    private static final Pattern BREAKING = Pattern.compile("\\t|  +[;:!?%€»]|«  ");

    private static final Pattern LINE = Pattern.compile("(?m)^([\\w.-]+)\\s*[=:]");

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(texts("en").keySet()).isEqualTo(texts("fr").keySet());
        assertThat(Sources.find(BUNDLES, "_fr.properties")).hasSameSizeAs(Sources.find(BUNDLES, "_en.properties"));
    }

    @Test
    void saysEachThingOnce() {
        for (String language : List.of("fr", "en")) {
            Map<String, Path> seen = new HashMap<>();
            List<String> twice = new ArrayList<>();
            for (Path bundle : Sources.find(BUNDLES, "_" + language + ".properties")) {
                LINE.matcher(Sources.read(bundle)).results().forEach(line -> {
                    Path before = seen.put(line.group(1), bundle);
                    if (before != null) {
                        twice.add(line.group(1) + " in " + before + " and " + bundle);
                    }
                });
            }
            assertThat(twice).isEmpty();
        }
    }

    @Test
    void writesTheTypographicApostrophe() {
        for (String language : List.of("fr", "en")) {
            assertThat(texts(language))
                    .allSatisfy((key, text) -> assertThat(text).doesNotContain("'"));
        }
    }

    @Test
    void leavesNoBlankThatBreaksALineBeforeAHighSign() {
        assertThat(texts("fr")).allSatisfy((key, text) -> assertThat(text).doesNotContainPattern(BREAKING));
    }

    /** One word for one thing: <i>e-mail</i>, neither <i>courriel</i> nor a bare <i>mail</i>; in English <i>email</i> is the address. */
    @Test
    void callsAnEmailByOneName() {
        assertThat(texts("fr"))
                .allSatisfy((key, text) ->
                        assertThat(text).doesNotContainPattern("(?i)courriels?\\b|(?<![-\\w.])mails?(?![-\\w.@])"));
        assertThat(texts("en")).allSatisfy((key, text) -> assertThat(text).doesNotContainPattern("(?i)\\be-mail"));
    }

    @Test
    void takesTheSameArgumentsInBothLanguages() {
        Map<String, String> english = texts("en");
        texts("fr").forEach((key, french) -> {
            Set<String> arguments = new TreeSet<>(Sources.all(ARGUMENT, french));
            assertThat(new TreeSet<>(Sources.all(ARGUMENT, english.getOrDefault(key, ""))))
                    .as(key)
                    .isEqualTo(arguments);
            if (!arguments.isEmpty()) {
                new MessageFormat(french, Locale.FRANCE);
                new MessageFormat(english.getOrDefault(key, ""), Locale.UK);
            }
        });
    }

    @Test
    void hasEveryTextThatAPageAsksFor() {
        Set<String> known = texts("fr").keySet();
        List<String> missing = new ArrayList<>();
        for (Path template : Sources.find(Sources.RESOURCES.resolve("templates"), ".html")) {
            Matcher key = KEY_IN_TEMPLATE.matcher(Sources.read(template));
            while (key.find()) {
                if (!known.contains(key.group(1))) {
                    missing.add(template + ": " + key.group(1));
                }
            }
        }
        for (Path java : Sources.find(Sources.JAVA, ".java")) {
            String code = Sources.code(java);
            if (code.contains("Problems")) {
                Sources.all(KEY_OF_PROBLEM, code).stream()
                        .filter(asked -> !known.contains(asked))
                        .forEach(asked -> missing.add(java + ": " + asked));
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Map<String, String> texts(String language) {
        Map<String, String> texts = new TreeMap<>();
        for (Path bundle : Sources.find(BUNDLES, "_" + language + ".properties")) {
            Properties read = new Properties();
            try {
                read.load(new StringReader(Sources.read(bundle)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            read.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        }
        return texts;
    }
}
