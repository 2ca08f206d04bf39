package org.tremplin.patron.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was found, in order, and how many each option would find. */
final class Listed {

    private final List<Project> projects = new ArrayList<>();
    private final int[][] counts =
            Arrays.stream(Facet.values()).map(facet -> new int[facet.options().size()]).toArray(int[][]::new);

    private Listed() {}

    /** @param all in the order wanted; @param among what words and place leave */
    static Listed of(List<Project> all, Wanted wanted, Predicate<Project> among) {
        Map<Facet, List<Integer>> asked = new EnumMap<>(Facet.class);
        wanted.chosen().forEach((facet, options) -> asked.put(
                facet, options.stream().map(facet.options()::indexOf).toList()));
        Listed listed = new Listed();
        for (Project project : all) {
            if (among.test(project)) {
                listed.add(project, asked);
            }
        }
        return listed;
    }

    private void add(Project project, Map<Facet, List<Integer>> asked) {
        Facet failed = null;
        for (Map.Entry<Facet, List<Integer>> one : asked.entrySet()) {
            if (!project.traits().answer(one.getKey(), one.getValue())) {
                if (failed != null) {
                    return;
                }
                failed = one.getKey();
            }
        }
        if (failed == null) {
            projects.add(project);
            for (Facet facet : Facet.values()) {
                project.traits().count(facet, counts);
            }
        } else if (failed != Facet.RECORD) {
            project.traits().count(failed, counts);
        }
    }

    List<Project> projects() {
        return projects;
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

    /**
     * How many the list would have with this option, the other facets as they are; of {@link Facet#RECORD}, all of which
     * must be true, how many of this list have it too.
     */
    int count(Facet facet, String option) {
        int at = facet.options().indexOf(option);
        return at < 0 ? 0 : counts[facet.ordinal()][at];
    }
}
