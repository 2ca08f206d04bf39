package org.tremplin.transparency.journal;

import java.util.UUID;

/**
 * What a leaf comes from: kept beside the leaf, never in it, so that hearing a fact twice writes one leaf.
 *
 * @param purpose which of the leaves of that source
 */
public record Source(String kind, UUID id, String purpose) {

    static final String DONATION = "donation";

    public static Source gift(UUID donation) {
        return new Source(DONATION, donation, "gift");
    }

    static Source fee(UUID donation) {
        return new Source(DONATION, donation, "fee");
    }

    /** @param undone whether it is the leaf of what came back */
    static Source reversal(UUID reversal, boolean undone) {
        return new Source("reversal", reversal, undone ? "undone" : "gone");
    }

    static Source adjustment(UUID source, String purpose) {
        return new Source("fee-adjustment", source, purpose);
    }

    /** The approval of an expense. */
    public static Source approval(UUID expense) {
        return new Source("expense", expense, "approved");
    }

    /** The record of an expense: what its approval, its amendments and its proofs point to. */
    public static Source expense(UUID expense) {
        return new Source("expense", expense, "recorded");
    }
}
