package org.tremplin.patron.find;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Departments;

/** Communes and departments by name: those of the official code of 2026, shipped with the application. */
@Component
class Places {

    private static final String FILE = "places/communes.txt";
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SAINT = Pattern.compile("\\bste?\\b");

    private final Map<String, Set<String>> departmentsByCommune = read();
    private final Map<String, String> departmentsByName = new HashMap<>();

    Places() {
        Departments.all().forEach(code -> {
            String named = Departments.named(code);
            departmentsByName.put(code.toLowerCase(Locale.ROOT), code);
            departmentsByName.put(plain(named), code);
            departmentsByName.put(plain(named.substring(0, named.indexOf('\u00A0'))), code);
        });
    }

    /**
     * A place as it was understood.
     *
     * @param department code of the department of this name
     * @param communes departments that have a commune of this name; several for namesakes, none where nothing has it
     */
    record Place(String name, String department, Set<String> communes) {

        boolean known() {
            return !department.isEmpty() || !communes.isEmpty();
        }

        /** A project says its place in its own words: the name may stand among others. */
        Predicate<Project> holds() {
            String word = " " + name + " ";
            Predicate<Project> named = project -> project.where().contains(word)
                    && (communes.isEmpty()
                            || project.department().isEmpty()
                            || communes.contains(project.department()));
            Predicate<Project> within = project -> project.department().equals(department);
            return department.isEmpty() ? named : communes.isEmpty() ? within : within.or(named);
        }

        /** Departments that may have been meant: by their own name or by that of a commune. */
        Set<String> meant() {
            Set<String> all = new TreeSet<>(communes);
            if (!department.isEmpty()) {
                all.add(department);
            }
            return all;
        }
    }

    /** @param typed a commune, or a department by name or code; « Vienne » is a commune of one and another department */
    Place find(String typed) {
        String plain = plain(typed);
        return new Place(
                plain, departmentsByName.getOrDefault(plain, ""), departmentsByCommune.getOrDefault(plain, Set.of()));
    }

    /** Small letters and single blanks; accents, hyphens and apostrophes do not count, « st » is « saint ». */
    static String plain(String name) {
        String letters = MARKS.matcher(Normalizer.normalize(name.replace("œ", "oe"), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return SAINT.matcher(OTHER.matcher(letters).replaceAll(" ").strip())
                .replaceAll(found -> found.group().equals("st") ? "saint" : "sainte");
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> read = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8))) {
            List<String> all =
                    lines.lines().filter(line -> !line.startsWith("#")).toList();
            for (String line : all) {
                int blank = line.indexOf(' ');
                String code = line.substring(0, blank);
                Objects.requireNonNull(read.computeIfAbsent(plain(line.substring(blank + 1)), none -> new TreeSet<>()))
                        .add(
                                code.startsWith("97") || code.startsWith("98")
                                        ? code.substring(0, 3)
                                        : code.substring(0, 2));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " cannot be read", broken);
        }
        return Map.copyOf(read);
    }
}
