package org.tremplin.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.AssociationId;

/**
 * A project that asks for support.
 *
 * @param slug its address {@code /c/{slug}}; frozen at publication, never given again
 * @param edition number of the edition in force; 0 while a draft
 * @param goal of its first edition; nothing while a draft
 */
public record Campaign(
        CampaignId id,
        AssociationId association,
        String slug,
        State state,
        int edition,
        @Nullable Instant publishedAt,
        @Nullable Instant closedAt,
        Goal goal) {

    /** The goal its page would show with this draft. */
    public Goal goalWith(Plan draft) {
        return edition == 0 ? Goal.of(draft) : goal;
    }

    public enum State {
        DRAFT,
        PUBLISHED,
        CLOSED
    }
}
