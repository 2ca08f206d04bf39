package org.tremplin.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.tremplin.TremplinApplication;

class ModulesTest {

    private static final Path PLAN = Path.of("../docs/developer/floor-plan.md");
    private static final List<String> SHARED = List.of("platform", "money");
    private static final ApplicationModules MODULES = ApplicationModules.of(
            TremplinApplication.class,
            DescribedPredicate.describe(
                    "tests",
                    type -> type.getSource()
                            .map(source -> source.getUri().toString())
                            .filter(file -> file.contains("/test-classes/") || file.contains("/fast/test/"))
                            .isPresent()));

    @Test
    void callsOnlyAlongTheAllowedArrows() {
        MODULES.verify();
    }

    @Test
    void hasTheModulesOfTheHouse() throws IOException {
        try (Stream<Path> packages = Files.list(Sources.JAVA.resolve("org/tremplin"))) {
            assertThat(packages.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Sources.MODULES);
        }
    }

    @Test
    void drawsTheFloorPlanAsItIs() throws IOException {
        String plan = plan();
        String committed = Files.exists(PLAN) ? Files.readString(PLAN) : "";
        if (!plan.equals(committed)) {
            Files.writeString(PLAN, plan);
        }
        assertThat(committed)
                .as("docs/developer/floor-plan.md was written anew: commit it")
                .isEqualTo(plan);
    }

    private static String plan() {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        Sources.MODULES.forEach(module -> arrows.put(module, arrows(module)));
        StringBuilder text = new StringBuilder("""
                # Floor plan

                Written by `ModulesTest` from the `package-info` of each module: change it there. A module calls only those it
                names, through their root package; what happens is told upward by facts. Everything may use `platform` and
                `money`. Each module is a Java package, a PostgreSQL schema, a folder of migrations and templates, and a bundle of
                texts of the same name.

                | floor | module | is about | may call |
                |---|---|---|---|
                """);
        Sources.MODULES.stream()
                .sorted(Comparator.comparing((String module) -> -floor(module, arrows)))
                .forEach(module -> text.append("| %d | `%s` | %s | %s |\n"
                        .formatted(
                                floor(module, arrows),
                                module,
                                purpose(module),
                                arrows(module).stream().map("`%s`"::formatted).collect(Collectors.joining(" ")))));
        return text.toString();
    }

    /** How many floors a module stands above the ground. */
    private static int floor(String module, Map<String, List<String>> arrows) {
        if (SHARED.contains(module)) {
            return 0;
        }
        return 1
                + arrows.getOrDefault(module, List.of()).stream()
                        .mapToInt(below -> floor(below, arrows))
                        .max()
                        .orElse(0);
    }

    private static List<String> arrows(String module) {
        try {
            ApplicationModule declared =
                    Class.forName("org.tremplin." + module + ".package-info").getAnnotation(ApplicationModule.class);
            return Arrays.stream(declared.allowedDependencies())
                    .filter(below -> !SHARED.contains(below))
                    .sorted()
                    .toList();
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The first paragraph of the module's own words. */
    private static String purpose(String module) {
        String info = Sources.read(Sources.JAVA.resolve("org/tremplin/" + module + "/package-info.java"));
        return info.substring(info.indexOf("/**") + 3, info.indexOf("*/"))
                .lines()
                .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                .collect(Collectors.joining(" "))
                .split("<p>")[0]
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
