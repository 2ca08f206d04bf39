package org.tremplin.capacity.grid;

import org.tremplin.capacity.Ratio;

/**
 * Something that must hold for a card.
 *
 * @param subject the id of an item or an obstacle, or the key of a {@link Measure}
 */
public record Condition(String subject, Comparison comparison, Ratio than) {

    public boolean holds(Ratio value) {
        return comparison.holds(value, than);
    }
}
