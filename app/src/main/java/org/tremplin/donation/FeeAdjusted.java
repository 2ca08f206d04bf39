package org.tremplin.donation;

import java.time.LocalDate;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/**
 * A refund or a dispute changed what a gift costs.
 *
 * @param source the refund or dispute
 * @param purpose which of its effects
 * @param cents taken besides; negative when it came back
 */
@Fact(name = "donation.fee_adjusted")
public record FeeAdjusted(
        UUID source,
        String purpose,
        UUID donation,
        UUID campaign,
        UUID association,
        long cents,
        String currency,
        LocalDate day) {}
