package org.tremplin.capacity.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The strategy of an association on one page, as it is read and printed.
 *
 * @param on the day it is read
 * @param diagnosed when the diagnosis it is made from was concluded; none before the first
 * @param names whether partners are named: for use inside, or with their agreement
 * @param actions at most three
 */
record Strategy(
        String home,
        String plan,
        String association,
        LocalDate on,
        @Nullable LocalDate diagnosed,
        boolean names,
        List<Part> parts,
        List<Action> actions) {

    Strategy {
        parts = List.copyOf(parts);
        actions = List.copyOf(actions);
    }

    /**
     * @param lines of its text
     * @param writtenOn when the association wrote it itself; none when it comes from the diagnosis
     */
    record Part(
            String slug,
            String title,
            List<String> lines,
            @Nullable LocalDate writtenOn) {

        Part {
            lines = List.copyOf(lines);
        }
    }

    /** @param planned false for advice that nobody has taken on yet; what is empty is not decided */
    record Action(String what, String who, String due, String cost, String help, boolean planned) {}
}
