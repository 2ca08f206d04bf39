package org.tremplin.site.card;

import java.util.List;

/** The colour class of a budget line: the same on every page, neighbours far apart; lines after the sixth share one. */
public final class LineColour {

    private static final List<String> CLASSES = List.of("k1", "k3", "k2", "k4", "k5", "k6");

    /** So many lines have a colour of their own. */
    public static final int OWN = CLASSES.size();

    public static final String OTHERS = "kr";

    private LineColour() {}

    /** @param index of the line in its budget, from 0 */
    public static String of(int index) {
        return index < OWN ? CLASSES.get(index) : OTHERS;
    }
}
