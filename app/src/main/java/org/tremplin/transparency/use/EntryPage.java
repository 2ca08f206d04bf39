package org.tremplin.transparency.use;

import java.util.List;
import java.util.UUID;

/**
 * The form of an expense or a commitment.
 *
 * @param base address of all expenses
 * @param action where the form goes; @param back where it leads back to
 * @param title key
 * @param question of an approver who sent it back, may be empty
 */
record EntryPage(
        String base,
        String action,
        String back,
        String title,
        boolean commitment,
        boolean correcting,
        String question,
        List<Camp> campaigns,
        List<Camp> shown,
        List<UseSettings.Group> accounts,
        List<String> destinations,
        List<Quote> quotes) {

    /** @param chosen whether its lines are offered first */
    record Camp(UUID id, String title, boolean chosen, List<LineChoice> lines) {}

    /** @param value of its field; @param left for a new expense */
    record LineChoice(String value, String label, String left) {}

    /** A commitment that may be consumed. */
    record Quote(UUID id, String text) {}
}
