package org.tremplin.site.campaign;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.VideoLink;
import org.tremplin.platform.file.Photos;
import org.tremplin.platform.web.About;
import org.tremplin.transparency.FiguresTable;

/**
 * What was promised to be told of a campaign, and what was told.
 *
 * @param language of the association's own words
 * @param closing statement of the campaign, or none
 * @param older id from which the next page goes on, or none
 * @param first whether this is the first page: promises and reports stand there
 */
record NewsPage(
        String slug,
        String title,
        String language,
        String association,
        List<Promise> promises,
        List<Report> reports,
        List<Item> updates,
        @Nullable UUID older,
        boolean first,
        About about) {

    /** @param days late; @param madeOn day it was kept, or none */
    record Promise(
            String kind,
            String what,
            String by,
            String on,
            String iso,
            String state,
            long days,
            @Nullable String madeOn) {

        public boolean late() {
            return state.equals("LATE") || state.equals("MADE_LATE");
        }
    }

    /**
     * @param html safe
     * @param withdrawal reason why it was taken back; then there is nothing else
     * @param photos with what they show
     */
    record Item(
            UUID id,
            String title,
            String html,
            String day,
            String iso,
            @Nullable VideoLink video,
            List<Photos.Photo> photos,
            @Nullable String corrected,
            String correction,
            @Nullable String withdrawn,
            String withdrawal) {}

    record Report(
            UUID id,
            String title,
            boolean closing,
            String html,
            String day,
            String iso,
            FiguresTable figures,
            List<Photos.Photo> photos) {}
}
