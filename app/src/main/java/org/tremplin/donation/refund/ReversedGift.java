package org.tremplin.donation.refund;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Means;
import org.tremplin.donation.DonationState;
import org.tremplin.ledger.Account;

/**
 * A gift of which something may leave again.
 *
 * @param settledBy the payment that brought it, none before it is settled
 * @param cents what was given
 * @param goneCents what of it is back with the donor now
 */
record ReversedGift(
        UUID id,
        UUID campaign,
        UUID association,
        int edition,
        DonationState state,
        long cents,
        String currency,
        long goneCents,
        @Nullable UUID line,
        boolean company,
        String email,
        String firstName,
        String lastName,
        String token,
        String language,
        Means means,
        @Nullable UUID settledBy) {

    /** Whether its money never was at the provider. */
    boolean byHand() {
        return !means.atProvider();
    }

    /** As it was booked when it came (rules.md 2.2, 7.4). */
    String account() {
        return company ? Account.PATRONAGE : Account.GIFTS;
    }

    String origin() {
        return company ? "P1.2.c" : "P1.2.a";
    }

    ReversedGift gone(long more) {
        return new ReversedGift(
                id,
                campaign,
                association,
                edition,
                state,
                cents,
                currency,
                goneCents + more,
                line,
                company,
                email,
                firstName,
                lastName,
                token,
                language,
                means,
                settledBy);
    }
}
