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
    KEY;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
