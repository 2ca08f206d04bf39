package org.tremplin.patron.find;

import java.util.Arrays;

/** What a project answers to each facet: one number for each option that is true, so that ten thousand count quickly. */
final class Traits {

    private static final Facet[] FACETS = Facet.values();
    /** More than any facet has options. */
    private static final int ROOM = 128;

    private final int[] answers;

    private Traits(int[] answers) {
        this.answers = answers;
    }

    static Traits none() {
        return new Traits(new int[0]);
    }

    static Traits of(Project project) {
        return new Traits(Arrays.stream(FACETS)
                .flatMapToInt(facet -> facet.answers(project).stream()
                        .filter(facet.options()::contains)
                        .mapToInt(option -> number(facet, option)))
                .toArray());
    }

    /** Of an option its facet has. */
    static int number(Facet facet, String option) {
        return facet.ordinal() * ROOM + facet.options().indexOf(option);
    }

    /** One place for each number. */
    static int[] counts() {
        return new int[FACETS.length * ROOM];
    }

    boolean has(int number) {
        for (int one : answers) {
            if (one == number) {
                return true;
            }
        }
        return false;
    }

    /** Of several options of a record all must be true, of any other facet one. */
    boolean answer(Facet facet, int[] asked) {
        boolean all = facet == Facet.RECORD;
        for (int number : asked) {
            if (has(number) != all) {
                return !all;
            }
        }
        return all;
    }

    void count(int[] counts) {
        for (int number : answers) {
            counts[number]++;
        }
    }

    void count(Facet facet, int[] counts) {
        for (int number : answers) {
            if (number / ROOM == facet.ordinal()) {
                counts[number]++;
            }
        }
    }
}
