package org.tremplin.patron.find;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was found, in order, and how many each option would find. */
final class Listed {

    private final List<Project> projects = new ArrayList<>();
    private final int[] counts = Traits.counts();

    private Listed() {}

    /** @param all in the order wanted; @param among what words and place leave */
    static Listed of(List<Project> all, Wanted wanted, Predicate<Project> among) {
        List<Asked> asked = wanted.chosen().entrySet().stream()
                .map(one -> new Asked(
                        one.getKey(),
                        one.getValue().stream()
                                .mapToInt(option -> Traits.number(one.getKey(), option))
                                .toArray()))
                .toList();
        Listed listed = new Listed();
        for (Project project : all) {
            if (among.test(project)) {
                listed.add(project, asked);
            }
        }
        return listed;
    }

    private void add(Project project, List<Asked> asked) {
        Facet failed = null;
        for (Asked one : asked) {
            if (!project.traits().answer(one.facet(), one.options())) {
                if (failed != null) {
                    return;
                }
                failed = one.facet();
            }
        }
        if (failed == null) {
            projects.add(project);
            project.traits().count(counts);
        } else if (failed != Facet.RECORD) {
            project.traits().count(failed, counts);
        }
    }

    /** @param options by their numbers */
    private record Asked(Facet facet, int[] options) {}

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
        return counts[Traits.number(facet, option)];
    }
}
