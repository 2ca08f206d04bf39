package org.tremplin.donation.offline;

import java.util.UUID;
import org.tremplin.association.Means;
import org.tremplin.donation.OfflineState;
import org.tremplin.ledger.Account;

/** @param cents of its gift: promised, or come */
record OfflinePayment(
        UUID id,
        UUID donation,
        UUID association,
        UUID campaign,
        Means means,
        OfflineState state,
        long cents,
        String currency) {

    OfflinePayment with(UUID newId) {
        return new OfflinePayment(newId, donation, association, campaign, means, state, cents, currency);
    }

    /** A transfer is on the account as soon as it is seen there. */
    OfflineState received() {
        return means == Means.TRANSFER ? OfflineState.CLEARED : OfflineState.RECEIVED;
    }

    /** Where it stands until it is on the account (rules.md 7.4). */
    String heldOn() {
        return switch (means) {
            case CHEQUE -> Account.CHEQUES;
            case CASH -> Account.CASH;
            default -> Account.BANK;
        };
    }

    /** Where it stands now. */
    String account() {
        return state == OfflineState.CLEARED ? Account.BANK : heldOn();
    }
}
