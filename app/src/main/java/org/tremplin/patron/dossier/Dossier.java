package org.tremplin.patron.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;

/**
 * A dossier as it was made, for one patron.
 *
 * @param label for whom, in the association's words: only its members read it
 * @param sha256 of the whole file, hexadecimal; {@code size} of it
 * @param held papers that are in it
 * @param until its last day, in the association's zone
 */
record Dossier(
        UUID id,
        AssociationId association,
        CampaignId campaign,
        String label,
        byte[] tokenHash,
        UUID file,
        String sha256,
        int size,
        Set<Enclosure.Kind> held,
        Instant madeAt,
        LocalDate until,
        @Nullable Instant revokedAt) {

    /** Whether its link opens it. */
    boolean open(LocalDate today) {
        return revokedAt == null && !today.isAfter(until);
    }

    /** Papers that are not in it. */
    List<Enclosure.Kind> missing() {
        return Stream.of(Enclosure.Kind.values())
                .filter(kind -> !held.contains(kind))
                .toList();
    }
}
