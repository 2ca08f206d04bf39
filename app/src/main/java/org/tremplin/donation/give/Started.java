package org.tremplin.donation.give;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Means;
import org.tremplin.donation.DonationState;

/**
 * A stored gift, as giving needs it.
 *
 * @param payment the try to pay that counts
 * @param same whether the form that found it says the same
 */
record Started(
        UUID id,
        String token,
        DonationState state,
        UUID campaign,
        UUID association,
        long cents,
        String email,
        String language,
        Means means,
        @Nullable UUID payment,
        boolean same) {

    boolean unpaid() {
        return state == DonationState.STARTED;
    }

    /** Announced, to come by transfer or cheque. */
    boolean promised() {
        return state == DonationState.PENDING && !means.atProvider();
    }

    Started with(UUID newPayment) {
        return new Started(id, token, state, campaign, association, cents, email, language, means, newPayment, true);
    }

    Started rewritten(NewGift gift) {
        return new Started(
                id,
                token,
                state,
                campaign,
                association,
                gift.cents(),
                gift.email(),
                gift.language(),
                gift.means(),
                payment,
                true);
    }
}
