package org.tremplin.patron.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How much of what counts for a patron each project meets: from what is certain to what missing facts could make of it.
 * It is not a mark of a project, and changes with whoever weighs.
 *
 * @param fits by criterion, then by project in the order chosen
 * @param weights by criterion, 0 to {@value #HEAVIEST}
 */
record Weighed(List<List<Fit>> fits, List<Integer> weights) {

    static final int HEAVIEST = 3;

    Weighed {
        fits = fits.stream().map(List::copyOf).toList();
        weights = List.copyOf(weights);
        if (fits.size() != weights.size()) {
            throw new IllegalArgumentException("Each criterion has one weight");
        }
        if (weights.stream().anyMatch(weight -> weight < 0 || weight > HEAVIEST)) {
            throw new IllegalArgumentException("A weight is 0 to " + HEAVIEST);
        }
    }

    /** All that counts; 0 when nothing does. */
    int total() {
        return weights.stream().mapToInt(Integer::intValue).sum();
    }

    /** What a project meets for certain, and what it would if all that is missing spoke for it. */
    Share share(int project) {
        int met = 0;
        int open = 0;
        for (int at = 0; at < weights.size(); at++) {
            switch (fits.get(at).get(project)) {
                case YES -> met += weights.get(at);
                case UNKNOWN -> open += weights.get(at);
                case NO -> {}
            }
        }
        return new Share(met, met + open);
    }

    /** The one that meets more for certain than any other does; none when two are equal, or nothing counts. */
    OptionalInt first() {
        int projects = projects();
        return IntStream.range(0, projects)
                .filter(one -> IntStream.range(0, projects)
                        .allMatch(other ->
                                other == one || share(one).met() > share(other).met()))
                .findFirst();
    }

    /** Whether a project stays first whatever the missing facts turn out to be. */
    boolean firstAnyway(int project) {
        return IntStream.range(0, projects())
                .allMatch(other ->
                        other == project || share(project).met() > share(other).possible());
    }

    /** Weights of one criterion alone with which a project no longer is the first, the nearest one of each criterion. */
    List<Turn> turns(int project) {
        List<Turn> turns = new ArrayList<>();
        for (int at = 0; at < weights.size(); at++) {
            nearest(project, at).ifPresent(turns::add);
        }
        return turns;
    }

    private Optional<Turn> nearest(int project, int criterion) {
        int now = weights.get(criterion);
        return IntStream.rangeClosed(0, HEAVIEST)
                .filter(weight -> weight != now)
                .filter(weight -> {
                    OptionalInt first = with(criterion, weight).first();
                    return first.isEmpty() || first.getAsInt() != project;
                })
                .boxed()
                .min((a, b) -> Integer.compare(Math.abs(a - now), Math.abs(b - now)))
                .map(weight -> new Turn(criterion, weight));
    }

    private Weighed with(int criterion, int weight) {
        List<Integer> other = new ArrayList<>(weights);
        other.set(criterion, weight);
        return new Weighed(fits, other);
    }

    private int projects() {
        return fits.isEmpty() ? 0 : fits.get(0).size();
    }

    /** @param met and @param possible of {@link #total()} */
    record Share(int met, int possible) {}

    /** @param criterion its place; @param weight with which another one is first, or none alone */
    record Turn(int criterion, int weight) {}
}
