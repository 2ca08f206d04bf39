package org.tremplin.capacity;

import java.util.List;

/**
 * Why answers cannot be scored.
 *
 * @param key of a text of this module
 */
public record Refusal(String key, List<Object> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(String key, Object... arguments) {
        return new Refusal(key, List.of(arguments));
    }
}
