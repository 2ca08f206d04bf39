package org.tremplin.donation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Means;

/**
 * A gift as its donor may see it.
 *
 * @param token unguessable, the donor's address {@code /don/{token}}
 * @param edition the terms the donor saw
 * @param line the budget line chosen, if any
 * @param publicName whether the first name is shown in the public journal
 * @param receipt whether a tax receipt was asked for
 * @param settledOn day in the association's zone, once settled
 */
public record Gift(
        UUID id,
        String token,
        UUID campaign,
        UUID association,
        int edition,
        DonationState state,
        long cents,
        String currency,
        @Nullable UUID line,
        String language,
        String firstName,
        boolean publicName,
        boolean receipt,
        Means means,
        Instant createdAt,
        @Nullable LocalDate settledOn) {}
