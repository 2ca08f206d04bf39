package org.tremplin.patron.find;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was found, in order.
 *
 * @param counts by facet and option: how many the list would have with this option, the other facets as they are; of
 *     {@link Facet#RECORD}, all of which must be true, how many of this list have it too
 */
record Listed(List<Project> projects, Map<Facet, Map<String, Integer>> counts) {

    /** @param among what words and place leave */
    static Listed of(List<Project> all, Wanted wanted, Predicate<Project> among) {
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
        List<Project> found = new ArrayList<>();
        for (Project project : all) {
            if (among.test(project)) {
                count(project, wanted, found, counts);
            }
        }
        found.sort(order(wanted.order()));
        return new Listed(List.copyOf(found), counts);
    }

    private static void count(
            Project project, Wanted wanted, List<Project> found, Map<Facet, Map<String, Integer>> counts) {
        Facet failed = null;
        for (Map.Entry<Facet, List<String>> asked : wanted.chosen().entrySet()) {
            if (!answers(project, asked.getKey(), asked.getValue())) {
                if (failed != null) {
                    return;
                }
                failed = asked.getKey();
            }
        }
        if (failed == null) {
            found.add(project);
            project.traits().forEach((facet, options) -> add(counts, facet, options));
        } else if (failed != Facet.RECORD) {
            add(counts, failed, project.traits().getOrDefault(failed, List.of()));
        }
    }

    private static void add(Map<Facet, Map<String, Integer>> counts, Facet facet, List<String> options) {
        Map<String, Integer> kept = counts.get(facet);
        if (kept != null) {
            options.forEach(option -> kept.merge(option, 1, Integer::sum));
        }
    }

    private static boolean answers(Project project, Facet facet, List<String> asked) {
        return facet == Facet.RECORD
                ? asked.stream().allMatch(option -> project.has(facet, option))
                : asked.stream().anyMatch(option -> project.has(facet, option));
    }

    private static Comparator<Project> order(Order order) {
        return comparingLong(order::key).thenComparing(comparing(Project::slug));
    }

    /** At most so many that stand after a place. */
    List<Project> after(Wanted.@Nullable Cursor cursor, Order order, int most) {
        return projects.stream()
                .filter(project -> cursor == null || stands(project, order, cursor))
                .limit(most)
                .toList();
    }

    private static boolean stands(Project project, Order order, Wanted.Cursor after) {
        long key = order.key(project);
        return key > after.key() || key == after.key() && project.slug().compareTo(after.slug()) > 0;
    }

    int count(Facet facet, String option) {
        return counts.getOrDefault(facet, Map.of()).getOrDefault(option, 0);
    }
}
