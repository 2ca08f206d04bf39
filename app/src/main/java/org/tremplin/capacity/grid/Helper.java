package org.tremplin.capacity.grid;

import org.jspecify.annotations.Nullable;

/**
 * Who can help. Tremplin is tied to none of them.
 *
 * @param here whether it is this application itself, by a sheet of its resource centre
 * @param employers whether it helps associations with employees only
 * @param otherwise id of who helps the others
 */
public record Helper(
        String id,
        Words words,
        boolean here,
        boolean employers,
        @Nullable String otherwise,
        @Nullable String link) {

    public boolean helps(int staff) {
        return !employers || staff >= 1;
    }
}
