package org.tremplin.campaign.follow;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was promised to be told of a campaign and what is written, for its team.
 *
 * @param home address of this page
 * @param language of the association's own words
 * @param followers by mail, confirmed
 */
record NewsPage(
        String association,
        String campaign,
        String home,
        String slug,
        String title,
        String language,
        List<Promise> promises,
        List<Row> updates,
        long followers) {

    /**
     * @param state of {@link org.tremplin.campaign.Promised.State}; @param days late
     * @param madeOn day it was kept, or none
     */
    record Promise(
            UUID id,
            String kind,
            String what,
            String by,
            String on,
            String state,
            long days,
            @Nullable String madeOn) {}

    /** @param when it was or will be public, or none for a draft */
    record Row(
            UUID id, String title, String state, @Nullable String when) {}
}
