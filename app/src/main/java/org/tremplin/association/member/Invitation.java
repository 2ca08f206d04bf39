package org.tremplin.association.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;

/**
 * A role offered to whoever reads the mail of an address.
 *
 * @param email forgotten once it was used or taken back
 * @param until last day of the role
 * @param acceptedBy person who used it
 */
record Invitation(
        UUID id,
        AssociationId association,
        @Nullable String email,
        Role role,
        @Nullable LocalDate until,
        Instant createdAt,
        Instant expiresAt,
        @Nullable UUID acceptedBy) {

    /** @param today in the association's zone: a role whose last day has passed cannot be taken up */
    boolean open(Instant now, LocalDate today) {
        return email != null && now.isBefore(expiresAt) && (until == null || !until.isBefore(today));
    }
}
