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
    EXPIRED,
    /** The association expects the rest no more; what was paid before stays paid. */
    ENDED,
    /** What was promised otherwise than in money came. */
    FULFILLED;

    boolean canBecome(PledgeState next) {
        return switch (this) {
            case PROPOSED -> next == ACCEPTED || next == REFUSED || next == WITHDRAWN || next == EXPIRED;
            case ACCEPTED -> next == WITHDRAWN || next == ENDED || next == FULFILLED;
            case REFUSED, WITHDRAWN, EXPIRED, ENDED, FULFILLED -> false;
        };
    }
}
