package org.tremplin.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.file.Photos;

/**
 * What an association reports of a campaign.
 *
 * @param promise it keeps, or none
 * @param closing whether it is the closing statement of the campaign
 * @param body Markdown
 * @param figures frozen at publication, none before
 * @param publishedOn day in the association's zone
 */
public record Report(
        UUID id,
        UUID campaign,
        @Nullable UUID promise,
        boolean closing,
        String title,
        String body,
        @Nullable Figures figures,
        @Nullable LocalDate publishedOn,
        @Nullable Instant publishedAt,
        List<Photos.Photo> photos) {

    public boolean isPublic() {
        return publishedAt != null;
    }

    public Report with(List<Photos.Photo> seen) {
        return new Report(
                id, campaign, promise, closing, title, body, figures, publishedOn, publishedAt, List.copyOf(seen));
    }

    /**
     * The books on the day of the report, in cents; stored as JSON, so fields are added, never renamed.
     *
     * @param on day they were drawn
     * @param remainder what was stated by then of what is left, or none
     */
    public record Figures(
            LocalDate on,
            List<Line> lines,
            long plannedCents,
            long receivedCents,
            long committedCents,
            long spentCents,
            @Nullable Remainder remainder) {

        public Figures {
            lines = List.copyOf(lines);
        }

        public static Figures of(CampaignUse use, @Nullable Remainder remainder, LocalDate on) {
            CampaignUse.Line total = use.total();
            return new Figures(
                    on,
                    use.lines().stream()
                            .map(line -> new Line(
                                    line.label(),
                                    line.collectionCosts(),
                                    line.askedCents(),
                                    line.receivedCents(),
                                    line.committedCents(),
                                    line.spentCents()))
                            .toList(),
                    total.askedCents(),
                    total.receivedCents(),
                    total.committedCents(),
                    total.spentCents(),
                    remainder);
        }

        public long leftCents() {
            return receivedCents - spentCents;
        }
    }

    /** @param plannedCents the part asked from gifts */
    public record Line(
            String label,
            boolean collectionCosts,
            long plannedCents,
            long receivedCents,
            long committedCents,
            long spentCents) {

        public long leftCents() {
            return receivedCents - spentCents;
        }
    }
}
