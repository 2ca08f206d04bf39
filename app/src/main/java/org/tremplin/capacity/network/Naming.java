package org.tremplin.capacity.network;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.AssociationId;

/**
 * A partner that was asked by mail whether it may be named outside, and what it said.
 *
 * @param name as it was asked for; a yes is for these letters
 * @param present its name in the list today
 * @param open false once another link replaced this one, or the partner was removed
 * @param email none once answered or forgotten
 */
record Naming(
        UUID id,
        AssociationId association,
        String name,
        String present,
        boolean open,
        @Nullable String email,
        Instant askedAt,
        @Nullable Said answer,
        @Nullable Instant answeredAt) {

    /** Whether it was asked about another name than it has now: nothing is shown for either. */
    boolean renamed() {
        return !name.equals(present);
    }

    boolean agreed() {
        return answer == Said.YES;
    }

    enum Said {
        YES,
        NO,
        /** No, after a yes. */
        TAKEN_BACK
    }
}
