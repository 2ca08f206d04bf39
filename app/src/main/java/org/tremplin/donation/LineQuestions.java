package org.tremplin.donation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import reactor.core.publisher.Mono;

/** Asking donors who chose a line for their yes to another use of their gift (money.md, Lines). */
public interface LineQuestions {

    /**
     * Asks donors of whole gifts, those that settled last first, by mail; nobody who was asked about this line and has
     * not said yes. No more is asked for than the line can spare, what other donors are still asked about taken off.
     *
     * @return how many donors are asked; nothing is written for none
     */
    Mono<Integer> ask(Association association, PublishedCampaign campaign, Wish wish, UUID author);

    /** Until the caller's transaction ends, no answer moves money away from these lines. */
    Mono<Void> hold(Collection<UUID> lines);

    /** What was asked for a campaign, the newest first. */
    Mono<List<Asked>> of(UUID campaign);

    /** What the donor of a gift was asked last; empty for nothing. */
    Mono<Answered> last(UUID donation);

    enum Answer {
        WAITING,
        YES,
        NO
    }

    /**
     * @param to line it would be for, none to share it by the rule
     * @param reason in public
     * @param role of the person who asks, as {@code association.Role} names it
     */
    record Wish(UUID line, @Nullable UUID to, String reason, String role) {}

    /** @param refused gifts whose donors said no */
    record Asked(Wish wish, LocalDate on, int waiting, int agreed, long agreedCents, List<UUID> refused) {}

    /** @param on day of the answer, none while it is awaited */
    record Answered(
            Wish wish,
            LocalDate askedOn,
            Answer answer,
            @Nullable LocalDate on) {}
}
