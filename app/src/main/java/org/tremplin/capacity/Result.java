package org.tremplin.capacity;

import java.util.List;

/**
 * A result with all its reasons; never changed once stored.
 *
 * @param version of the grid it was computed with
 * @param lower the readiness if every answer were one notch lower
 * @param higher the same, one notch higher
 * @param why in the order of components
 * @param cards ids of all advice that is triggered, ascending
 * @param shown ids of the few that are shown now, in order
 * @param gatesMissing what keeps the campaign from being published
 */
public record Result(
        String version,
        Figures figures,
        Ratio lower,
        Ratio higher,
        List<Why> why,
        List<String> cards,
        List<String> shown,
        List<String> gatesMissing) {

    public Result {
        why = List.copyOf(why);
        cards = List.copyOf(cards);
        shown = List.copyOf(shown);
        gatesMissing = List.copyOf(gatesMissing);
    }

    /** Gates alone decide; no score does. */
    public boolean publishable() {
        return gatesMissing.isEmpty();
    }
}
