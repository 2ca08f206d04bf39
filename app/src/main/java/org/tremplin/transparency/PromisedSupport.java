package org.tremplin.transparency;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.PublishedCampaign;
import reactor.core.publisher.Mono;

/** Told by whoever keeps promises of firms and foundations: what they agreed to give a campaign, apart from what came. */
public interface PromisedSupport {

    /**
     * Of agreements both sides accepted, for public pages. Whatever changes it is told by
     * {@link org.tremplin.platform.event.Changes}, but the day.
     *
     * @param today in the association's zone
     */
    Mono<Support> of(PublishedCampaign campaign, LocalDate today);

    /**
     * In cents; promised is the sum of received, due, awaited and withdrawn. Who ever agreed to be named without an
     * amount is in no sum, for the sum would tell it.
     *
     * @param dueCents released and not here, late or not
     * @param lateCents the part of that which is late
     * @param inKindCents skills and equipment at cost value, in none of the others; nothing of what was taken back
     * @param partial whether a promise is in no sum because its amount is not public
     * @param named in the order of their agreements
     */
    record Support(
            long promisedCents,
            long receivedCents,
            long dueCents,
            long lateCents,
            long awaitedCents,
            long withdrawnCents,
            long inKindCents,
            boolean partial,
            List<Named> named) {

        public static final Support NONE = new Support(0, 0, 0, 0, 0, 0, 0, false, List.of());

        /** Promised and not here, whether its condition is met or not. */
        public long outstandingCents() {
            return dueCents + awaitedCents;
        }

        public Support {
            named = List.copyOf(named);
        }
    }

    /**
     * @param cents promised; none where its amount is not shown
     * @param receivedCents of them
     * @param rest of what is not here
     */
    record Named(String name, @Nullable Long cents, long receivedCents, Rest rest, boolean inKind) {}

    /** What becomes of what is promised and not here. */
    enum Rest {
        EXPECTED,
        /** Its patron took it back. */
        WITHDRAWN,
        /** It is expected no more, and its patron took nothing back. */
        ENDED
    }
}
