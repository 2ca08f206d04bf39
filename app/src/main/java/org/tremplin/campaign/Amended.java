package org.tremplin.campaign;

import java.time.Instant;
import java.util.List;

/**
 * A change of the terms of a public campaign: seen by everybody, never taken back.
 *
 * @param number of the edition it made
 * @param reason stated when it was published
 * @param role of the person who published it, as {@code association.Role} names it
 */
public record Amended(int number, Instant at, String reason, String role, Plan before, Plan after) {

    /** What differs, before and after: amounts, days and what was promised. */
    public List<Change> changes() {
        return Changed.between(before, after);
    }
}
