package org.tremplin.capacity.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tremplin.capacity.Refusal;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.score.GridScoring;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every vector of {@code diagnosis/vectors.json} to the stated decimal. Whatever an {@code out} there states must be so; it
 * may state less than all, and a list less than its end. Drop more vectors in.
 */
class VectorsTest {

    private static final Path FILE = Path.of("src/test/resources/diagnosis/vectors.json");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> agreesWithEveryVector() {
        String text = read();
        JsonNode expected = MAPPER.readTree(text);
        JsonNode scored = MAPPER.readTree(new Vectors(new GridScoring(Grids.current()))
                .score(text, Refusal::toString)
                .text());
        return expected.propertyNames().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    List<String> differences = new ArrayList<>();
                    compare(
                            name,
                            expected.get(name).get("out"),
                            scored.get(name).path("out"),
                            differences);
                    assertThat(differences).isEmpty();
                }));
    }

    private static void compare(String path, JsonNode expected, JsonNode found, List<String> differences) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(entry -> compare(
                            path + "." + entry.getKey(), entry.getValue(), found.path(entry.getKey()), differences));
        } else if (expected.isArray() && (expected.isEmpty() || expected.get(0).isString())) {
            if (!expected.equals(found)) {
                differences.add(path + ": " + expected + ", found " + found);
            }
        } else if (expected.isArray()) {
            for (int at = 0; at < expected.size(); at++) {
                compare(path + "[" + at + "]", expected.get(at), found.path(at), differences);
            }
        } else if (!same(expected, found)) {
            differences.add(path + ": " + expected + ", found " + found);
        }
    }

    private static boolean same(JsonNode expected, JsonNode found) {
        return expected.isNumber() && found.isNumber()
                ? new BigDecimal(expected.asString()).compareTo(new BigDecimal(found.asString())) == 0
                : expected.equals(found);
    }

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
