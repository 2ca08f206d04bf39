package org.tremplin.campaign.vote;

/** How a vote ended. */
enum Outcome {
    PASSED,
    REJECTED,
    /** Fewer answered than the statutes ask for. */
    TOO_FEW,
    /** Taken back before its end: nothing was decided. */
    WITHDRAWN
}
