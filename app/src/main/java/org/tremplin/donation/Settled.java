package org.tremplin.donation;

import java.util.Map;
import java.util.UUID;

/**
 * What settled gifts come to in cents, what went back taken off.
 *
 * @param shared given for no line in particular
 * @param chosen by the line their donors chose
 */
public record Settled(long shared, Map<UUID, Long> chosen) {

    public Settled {
        chosen = Map.copyOf(chosen);
    }

    public long chosen(UUID line) {
        return chosen.getOrDefault(line, 0L);
    }
}
