package org.tremplin.association;

/** What a member does for an association; each sees and does what the table of routes says. */
public enum Role {
    PRESIDENT,
    TREASURER,
    /** Reads books and exports, until a date. */
    ACCOUNTANT,
    /** Writes campaigns. */
    EDITOR,
    READER
}
