package org.tremplin.donation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.event.Fact;

/**
 * A gift was paid and stands in the ledger at its full amount.
 *
 * @param edition the edition the donor saw
 * @param line the budget line the donor chose, if any
 * @param day in the association's zone
 */
@Fact(name = "donation.settled")
public record DonationSettled(
        UUID donation,
        UUID campaign,
        UUID association,
        int edition,
        long cents,
        String currency,
        @Nullable UUID line,
        LocalDate day) {}
