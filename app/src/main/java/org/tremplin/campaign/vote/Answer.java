package org.tremplin.campaign.vote;

/** What a member of the board says. */
enum Answer {
    YES,
    NO,
    /** Not as it stands; says in a sentence what to change. */
    CHANGE
}
