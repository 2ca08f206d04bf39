package org.tremplin.capacity.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The action plan as it is read.
 *
 * @param open still to be done, by their day
 * @param over done or given up, the latest first
 * @param reviewed when the answers beside the actions were given; none before two diagnoses
 * @param moved the action that just moved, with how to undo it
 * @param full whether no action can be added
 */
record PlanPage(
        String home,
        List<Row> open,
        List<Row> over,
        @Nullable LocalDate since,
        @Nullable LocalDate reviewed,
        @Nullable Moved moved,
        boolean full) {

    PlanPage {
        open = List.copyOf(open);
        over = List.copyOf(over);
    }

    /**
     * @param who a role, with the member where one was chosen; empty for nobody yet
     * @param passed whether its day has passed
     * @param help where to find who helps with it, empty for nowhere
     * @param card of the advice it comes from, empty for none
     * @param dates of what happened to it, in words
     * @param section what the answers of its section did, empty where there is nothing to say
     * @param answers that moved, in words
     */
    record Row(
            UUID id,
            String what,
            String state,
            String who,
            String due,
            boolean passed,
            String cost,
            String help,
            String helpName,
            String card,
            String reason,
            List<String> dates,
            String section,
            List<String> answers) {}

    record Moved(UUID id, String what, String state, String before) {}
}
