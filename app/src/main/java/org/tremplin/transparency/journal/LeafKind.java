package org.tremplin.transparency.journal;

import java.util.Locale;

/** What a leaf tells. Its name in a leaf is for ever. */
public enum LeafKind {
    GIFT,
    REFUND,
    FEE,
    EXPENSE,
    APPROVAL,
    AMENDMENT,
    PROOF,
    UPDATE,
    REPORT,
    BUDGET,
    /** What becomes of the money of an ended campaign that was not spent. */
    REMAINDER,
    /** Where money from elsewhere stands, as the association declares it: no gift, and in no book. */
    RESOURCE,
    /** A gift is for another line, by its donor's yes. */
    AGREEMENT,
    /** The key that signs from here on. */
    KEY,
    /** A restored journal goes on here as a tree of another name. */
    TREE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
