package org.tremplin.patron.find;

import java.util.List;

/** What a project answers to each facet: numbers of options, so that ten thousand are counted in a moment. */
final class Traits {

    private final int[][] options;

    private Traits(int[][] options) {
        this.options = options;
    }

    static Traits none() {
        return new Traits(new int[Facet.values().length][0]);
    }

    static Traits of(Project project) {
        int[][] options = new int[Facet.values().length][];
        for (Facet facet : Facet.values()) {
            options[facet.ordinal()] = facet.answers(project).stream()
                    .mapToInt(facet.options()::indexOf)
                    .filter(option -> option >= 0)
                    .toArray();
        }
        return new Traits(options);
    }

    boolean has(Facet facet, int option) {
        for (int one : options[facet.ordinal()]) {
            if (one == option) {
                return true;
            }
        }
        return false;
    }

    /** Of several options of a record all must be true, of any other facet one. */
    boolean answer(Facet facet, List<Integer> asked) {
        for (int option : asked) {
            if (has(facet, option) != (facet == Facet.RECORD)) {
                return facet != Facet.RECORD;
            }
        }
        return facet == Facet.RECORD;
    }

    void count(Facet facet, int[][] counts) {
        for (int option : options[facet.ordinal()]) {
            counts[facet.ordinal()][option]++;
        }
    }
}
