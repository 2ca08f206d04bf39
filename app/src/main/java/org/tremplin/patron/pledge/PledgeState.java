package org.tremplin.patron.pledge;

/** Where a promise stands as a whole. */
enum PledgeState {
    /** Written; the patron, the association or both have not accepted yet. */
    PROPOSED,
    /** Both accepted. */
    ACCEPTED,
    /** The association said no. */
    REFUSED,
    /** The patron took it back; what was paid before stays paid. */
    WITHDRAWN,
    /** Nobody answered in time. */
    EXPIRED;

    boolean canBecome(PledgeState next) {
        return switch (this) {
            case PROPOSED -> next != PROPOSED;
            case ACCEPTED -> next == WITHDRAWN;
            case REFUSED, WITHDRAWN, EXPIRED -> false;
        };
    }
}
