package org.tremplin.operation.health;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the operator sees first.
 *
 * @param at when it was read
 * @param open the grave ones first
 * @param done what was just done: {@code fermee}, {@code reprise}
 * @param mode {@code DEMO}, {@code SINGLE} or {@code PLATFORM}
 */
record HealthPage(
        String at,
        List<Line> open,
        List<Line> closed,
        List<Stuck> stuck,
        List<Part> parts,
        String version,
        String mode,
        String host,
        @Nullable String done) {

    public int count() {
        return open.size();
    }

    public boolean sound() {
        return open.isEmpty() && stuck.isEmpty();
    }

    /**
     * @param detail what was seen last, in words for a developer
     * @param byItself whether the application sees that it holds no more, and closes it
     * @param closedAt none while it is open
     * @param because key of why it is closed, none while it is open or where nobody was asked
     */
    record Line(
            long id,
            boolean grave,
            String title,
            String means,
            String next,
            String subject,
            String detail,
            String age,
            String firstSeen,
            String lastSeen,
            boolean byItself,
            @Nullable String closedAt,
            @Nullable String because) {}

    /** A delivery that was given up. */
    record Stuck(String handler, UUID event, String fact, String since, int attempts, String error) {}

    /**
     * @param name key of its title
     * @param measure what was found
     * @param good false where somebody should look
     */
    record Part(String name, String icon, String measure, boolean good) {}
}
