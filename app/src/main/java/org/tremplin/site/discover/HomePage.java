package org.tremplin.site.discover;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.About;
import org.tremplin.site.card.CampaignCard;

/**
 * @param places departments to choose from
 * @param otherPlace what was typed as a place, where it is none of them
 * @param next query of the next page, none on the last
 * @param example what 50 € become, when there is a campaign to show it with
 */
record HomePage(
        Search search,
        List<String> causes,
        List<Place> places,
        @Nullable String otherPlace,
        long found,
        List<CampaignCard> cards,
        @Nullable String previous,
        @Nullable String next,
        @Nullable Example example,
        @Nullable Sum since,
        About about) {

    /** @param chosen whether the list is narrowed to it */
    record Place(String code, String name, boolean chosen) {}

    /** A gift of 50 € shared over the lines of a budget, to the cent. */
    record Example(String slug, String title, String language, List<Part> parts) {}

    /** @param line empty for the other lines together */
    record Part(String cents, String line) {}

    /** @param on day of the last movement */
    record Sum(String received, String gifts, String associations, String on) {}
}
