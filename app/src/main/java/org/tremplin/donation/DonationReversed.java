package org.tremplin.donation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.event.Fact;

/**
 * A gift, or a part of it, left again: refunded, or lost in a dispute; or what had left is here again.
 *
 * @param reversal the same id for leaving and coming back
 * @param undone whether it came back
 * @param line the budget line the donor chose, if any
 * @param day in the association's zone
 */
@Fact(name = "donation.reversed")
public record DonationReversed(
        UUID reversal,
        boolean undone,
        UUID donation,
        UUID campaign,
        UUID association,
        long cents,
        String currency,
        @Nullable UUID line,
        LocalDate day) {}
