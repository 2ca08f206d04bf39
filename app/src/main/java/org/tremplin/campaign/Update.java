package org.tremplin.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.file.Photos;

/**
 * A dated piece of news of a campaign.
 *
 * @param promise it keeps, or none
 * @param body Markdown
 * @param video address of a video, or empty
 * @param publishAt instant it is to be published at; none when nobody chose one
 * @param revision how often it was public in another wording: 1 from its publication on
 * @param correction why it was changed last, in public; empty when it never was
 * @param withdrawal why it was taken back, in public
 */
public record Update(
        UUID id,
        CampaignId campaign,
        @Nullable UUID promise,
        String title,
        String body,
        String video,
        State state,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        int revision,
        @Nullable Instant correctedAt,
        String correction,
        @Nullable Instant withdrawnAt,
        String withdrawal,
        List<Photos.Photo> photos) {

    public enum State {
        DRAFT,
        SCHEDULED,
        PUBLISHED,
        WITHDRAWN;

        public boolean open() {
            return this == DRAFT || this == SCHEDULED;
        }
    }

    public Update with(List<Photos.Photo> seen) {
        return new Update(
                id,
                campaign,
                promise,
                title,
                body,
                video,
                state,
                publishAt,
                publishedAt,
                revision,
                correctedAt,
                correction,
                withdrawnAt,
                withdrawal,
                List.copyOf(seen));
    }
}
