package org.tremplin.donation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.event.Fact;

/**
 * A gift for a chosen line is for another one from now on: its donor said yes.
 *
 * @param question the donor was asked
 * @param cents that moved
 * @param line it is for now, none when it is shared
 * @param day of the yes, in the association's zone
 */
@Fact(name = "donation.gift_moved")
public record GiftMoved(
        UUID question,
        UUID donation,
        UUID campaign,
        UUID association,
        long cents,
        String currency,
        @Nullable UUID line,
        LocalDate day) {}
