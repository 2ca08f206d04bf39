package org.tremplin.capacity.network;

import java.util.UUID;

/** Two partners; which is named first does not matter. */
record Pair(UUID one, UUID other) {

    Pair {
        if (one.compareTo(other) > 0) {
            UUID smaller = other;
            other = one;
            one = smaller;
        }
    }

    /** What the association knows of it; a pair without an answer was not asked, or not answered. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }
}
