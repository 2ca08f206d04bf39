package org.tremplin.capacity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an association is and aims at; nothing of it is scored.
 *
 * @param staff employees
 * @param budget euros a year
 * @param reach of its own action
 * @param audience whether its publics expect it online
 * @param tokens the energy it puts into each orientation; none when not answered
 * @param onlineAim what it wants to reach online, when that is more than it needs
 */
public record Profile(
        int staff,
        Ratio budget,
        Reach reach,
        Answer audience,
        @Nullable Map<Orientation, Integer> tokens,
        @Nullable Ratio onlineAim) {

    public Profile {
        tokens = tokens == null ? null : Map.copyOf(tokens);
    }
}
