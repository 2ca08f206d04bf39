package org.tremplin.donation;

/** Where a gift stands; "partly refunded" and "disputed" are read from refunds and disputes (money.md, States). */
public enum DonationState {
    /** Stored; the donor is on the way to pay. */
    STARTED,
    /** Checked out with a delayed method: shown apart, not in the total. */
    PENDING,
    SETTLED,
    ABANDONED;

    public boolean canBecome(DonationState next) {
        return switch (this) {
            case STARTED -> next == PENDING || next == SETTLED || next == ABANDONED;
            case PENDING -> next == SETTLED || next == ABANDONED;
            // the provider says paid after all: the money is there
            case ABANDONED -> next == SETTLED;
            case SETTLED -> false;
        };
    }
}
