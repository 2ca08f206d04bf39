package org.tremplin.capacity.share;

/** Who reads. */
public enum Audience {
    /** Members who write: they may see all that is theirs. */
    ASSOCIATION,
    /** Members who only read, such as the board. */
    READER,
    /** Somebody the association invited to help, until a day. */
    ADVISER,
    /** Somebody with a private link, until a day. */
    PATRON,
    /** Donors and everybody else. */
    PUBLIC
}
