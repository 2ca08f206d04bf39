package org.tremplin.capacity.share;

/** Whether an audience may see a row. */
public enum Allowance {
    ALWAYS,
    /** When the association chose so, in so many words. */
    BY_CHOICE,
    /** Not even by choice. */
    NEVER
}
