package org.tremplin.patron.compare;

/** Whether a project meets a criterion. What is not known is neither a yes nor a no. */
enum Fit {
    YES,
    NO,
    UNKNOWN;

    static Fit of(boolean met) {
        return met ? YES : NO;
    }
}
