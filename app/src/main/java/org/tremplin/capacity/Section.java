package org.tremplin.capacity;

/** A section of questions on the common scale, by its letter in the diagnosis. */
public enum Section {
    /** Online practice, driven by the outside world. */
    A,
    /** Management software, driven by inner complexity; never added to A. */
    B,
    /** Learning from partners. */
    L,
    /** Governance and data. */
    G,
    /** Preparing this campaign. */
    PREP
}
