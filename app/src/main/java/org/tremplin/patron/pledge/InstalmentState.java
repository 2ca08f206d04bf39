package org.tremplin.patron.pledge;

/** Where one instalment of an accepted promise stands; read from its days and its gifts, never stored. */
enum InstalmentState {
    /** Its day has not come, or its condition is not met. */
    AWAITED,
    /** It may be paid now. */
    DUE,
    /** Due for longer than the agreement allows. */
    LATE,
    /** Paid whole. */
    RECEIVED,
    /** Taken back: what is not paid of it will not come. */
    WITHDRAWN;

    boolean canBecome(InstalmentState next) {
        return switch (this) {
            case AWAITED -> next == DUE || next == LATE || next == RECEIVED || next == WITHDRAWN;
            case DUE -> next == LATE || next == RECEIVED || next == WITHDRAWN;
            case LATE -> next == RECEIVED || next == WITHDRAWN;
            // the gift went back: it waits as it did before
            case RECEIVED -> next != RECEIVED;
            // a payment that was on its way all the same
            case WITHDRAWN -> next == RECEIVED;
        };
    }
}
