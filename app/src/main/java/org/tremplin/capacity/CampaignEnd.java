package org.tremplin.capacity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.AssociationId;

/**
 * A public campaign, and whether it is over.
 *
 * @param language of its title, {@code fr} or {@code en}
 * @param endedOn day it was closed, or its last day; none while it runs
 */
public record CampaignEnd(
        UUID campaign,
        AssociationId association,
        String title,
        String language,
        @Nullable LocalDate endedOn) {}
