package org.tremplin.site.card;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in a list.
 *
 * @param language of its own text
 * @param picture of the cause, where it has no cover
 * @param daysLeft none when it does not say when it ends
 * @param on the day it opens or closed, in words, when it is not open
 */
public record CampaignCard(
        String slug,
        String title,
        String language,
        String association,
        String cause,
        String place,
        @Nullable UUID cover,
        String picture,
        String received,
        String goal,
        Progress progress,
        Phase phase,
        @Nullable Integer daysLeft,
        @Nullable String on) {}
