package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** What an operator may set is what {@code docs/operateur/reglages.md} says, and nothing else. */
class SettingsDocTest {

    private static final Path DOCUMENT = Path.of("../docs/operateur/reglages.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|[^|]*\\|");
    private static final Pattern NAME = Pattern.compile("`(tremplin\\.[a-z.-]+)`");

    @Test
    void namesEverySettingAndNoOther() throws IOException {
        assertThat(named()).isEqualTo(settings());
    }

    private static Set<String> named() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .flatMap(row -> NAME.matcher(row.group()).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> settings() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("org.tremplin").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(SettingsDocTest::settings)
                .filter(name -> name.startsWith("tremplin."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> settings(Class<?> type) {
        String prefix = type.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> prefix + "." + DataObjectPropertyName.toDashedForm(name));
    }
}
