package org.tremplin.patron.company;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm, a foundation or another organisation that supports projects.
 *
 * @param siren 9 digits, or none
 */
public record Company(
        UUID id, String name, Kind kind, @Nullable String siren) {

    public enum Kind {
        FIRM,
        FOUNDATION,
        OTHER
    }

    /** What a person does for it. */
    public enum Role {
        /** Asks, notes, keeps, invites, promises. */
        DECIDER,
        READER
    }
}
