package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every incident that befell others has a test here, named after it, and the table in the documents names it. */
class IncidentsTest {

    /** The others belong to what is not built yet: monthly gifts (9, 20) and receipts (14 to 16). */
    private static final Set<Integer> MET = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 18, 19);

    private static final Path TABLE = Path.of("../docs/developer/incidents.md");
    private static final Path TESTS = Path.of("src/test/java");
    /** The tag, the name right after it, and the method or class that both stand on. */
    private static final Pattern TAGGED = Pattern.compile("@Tag\\(\"incident-(?<number>\\d\\d)\"\\)\\s+"
            + "(@(DisplayName|Label)\\(\\s*\"incident (?<named>\\d+): [^\"]+\"\\)\\s+)?(?<rest>(@.*\\s+)*)"
            + "(public |abstract |final )*(?<kind>void|class) (?<name>\\w+)");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?<number>\\d+) \\|.*\\| (?<tests>`[^|]*`) \\|$");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    @Test
    void haveATestEach() {
        assertThat(tagged().keySet()).containsAll(MET);
    }

    @Test
    void areNamedInTheTableOfTheDocuments() {
        assertThat(table()).isEqualTo(tagged());
    }

    private static Map<Integer, Set<String>> table() {
        Map<Integer, Set<String>> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Sources.read(TABLE));
        while (row.find()) {
            Set<String> tests = rows.computeIfAbsent(Integer.valueOf(row.group("number")), n -> new TreeSet<>());
            NAMED.matcher(row.group("tests")).results().forEach(test -> tests.add(test.group(1)));
        }
        return rows;
    }

    private static Map<Integer, Set<String>> tagged() {
        Map<Integer, Set<String>> tests = new TreeMap<>();
        for (Path file : Sources.find(TESTS, ".java")) {
            Matcher tagged = TAGGED.matcher(Sources.read(file));
            while (tagged.find()) {
                Integer number = Integer.valueOf(tagged.group("number"));
                String type = file.getFileName().toString().replace(".java", "");
                String test = tagged.group("kind").equals("class") ? type : type + "." + tagged.group("name");
                assertThat(tagged.group("named"))
                        .as("%s is named after its incident", test)
                        .isEqualTo(number.toString());
                tests.computeIfAbsent(number, n -> new TreeSet<>()).add(test);
            }
        }
        return tests;
    }
}
