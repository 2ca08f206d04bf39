package org.tremplin.capacity.diagnosis;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.AssociationId;

/**
 * One look of an association at itself.
 *
 * @param express whether only the short form is asked
 * @param moment 0 before the first campaign, 1 after it, and so on
 * @param open whether answers may be given; a concluded one may be opened again, its results stay
 * @param doneAt when it was concluded last
 */
record Assessment(
        UUID id,
        AssociationId association,
        String grid,
        boolean express,
        int moment,
        boolean open,
        Instant startedAt,
        @Nullable Instant doneAt) {}
