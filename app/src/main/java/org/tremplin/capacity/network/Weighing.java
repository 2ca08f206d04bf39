package org.tremplin.capacity.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a partnership brings and costs, and what the association makes of it; all of it may be left open.
 *
 * @param gain in the association's words
 * @param cost the same
 * @param substitute who else could bring it
 * @param reviewOn when it is looked at again
 * @param version of what is kept; of what is typed, the one it was opened at
 */
record Weighing(
        String gain,
        @Nullable Load time,
        @Nullable Load money,
        @Nullable Load dependence,
        String cost,
        @Nullable Decision decision,
        String substitute,
        @Nullable LocalDate reviewOn,
        int version) {

    static final Weighing OPEN = new Weighing("", null, null, null, "", null, "", null, 1);

    /** How heavy a cost is. */
    enum Load {
        NONE,
        SOME,
        MUCH
    }

    enum Decision {
        KEEP,
        REVIEW,
        LEAVE
    }
}
