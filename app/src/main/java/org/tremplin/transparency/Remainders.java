package org.tremplin.transparency;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.PublishedCampaign;
import reactor.core.publisher.Mono;

/** The stated end of the money of campaigns. */
public interface Remainders {

    /** The newest first. */
    Mono<List<Remainder>> of(UUID campaign);

    Mono<Rest> rest(PublishedCampaign campaign);

    /**
     * States it in public: row, entry of the journal and word to the pages are one transaction.
     *
     * @param author a person of the association, in this role
     * @return empty while something stands against it; what stands already where the very same was stated before
     */
    Mono<Remainder> state(
            Association association, PublishedCampaign campaign, Remainder.Wish wish, UUID author, Role role);

    /** Why nothing can be stated yet. */
    enum Obstacle {
        /** It still takes gifts. */
        RUNNING,
        /** A quote or an order is approved and not spent. */
        COMMITTED,
        /** An expense waits for approval. */
        WAITING,
        NOTHING_LEFT
    }

    /**
     * Where the money of gifts stands.
     *
     * @param leftCents of gifts, may be below zero
     * @param obstacle none when it can be stated what becomes of it
     */
    record Rest(
            long receivedCents, long leftCents, @Nullable Obstacle obstacle) {}
}
