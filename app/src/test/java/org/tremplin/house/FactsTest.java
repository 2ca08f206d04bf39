package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.tremplin.platform.event.Fact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One stored sample of each version of each fact stays readable: an old log can always be replayed. */
class FactsTest {

    private static final Path SAMPLES = Path.of("src/test/resources/facts");
    private static final Set<String> PERSONAL =
            Set.of("email", "mail", "name", "firstname", "lastname", "message", "phone");
    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    static Stream<Class<?>> facts() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Fact.class));
        Stream.Builder<Class<?>> found = Stream.builder();
        for (var candidate : scan.findCandidateComponents("org.tremplin")) {
            Class<?> type = Class.forName(candidate.getBeanClassName());
            // facts that tests make up are no promise
            if (Files.exists(Sources.JAVA.resolve(type.getName().replace('.', '/') + ".java"))) {
                found.add(type);
            }
        }
        return found.build();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void readsItsStoredSample(Class<?> type) throws IOException {
        Fact fact = type.getAnnotation(Fact.class);
        Path sample = SAMPLES.resolve(fact.name() + "-v" + fact.version() + ".json");
        assertThat(sample)
                .as("store a sample of %s once, never change it", type.getSimpleName())
                .exists();
        JsonNode stored = JSON.readTree(Files.readString(sample));
        JsonNode again = JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(stored, type)));
        stored.properties()
                .forEach(field -> assertThat(again.get(field.getKey()))
                        .as("%s.%s", fact.name(), field.getKey())
                        .isEqualTo(field.getValue()));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void holdsNoPersonalData(Class<?> type) {
        assertThat(type.isRecord()).isTrue();
        assertThat(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(String::toLowerCase))
                .doesNotContainAnyElementsOf(PERSONAL);
    }

    @Test
    void hasNoSampleOfAFactThatIsGone() throws Exception {
        Set<String> known = facts().map(type -> type.getAnnotation(Fact.class))
                .map(fact -> fact.name() + "-v" + fact.version() + ".json")
                .collect(java.util.stream.Collectors.toSet());
        assertThat(Sources.find(SAMPLES, ".json").stream()
                        .map(file -> file.getFileName().toString()))
                .allMatch(known::contains);
    }
}
