package org.tremplin.transparency.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proofs of one expense, for members.
 *
 * @param home address of this page; @param back that of the expense
 * @param about amount and purpose of the expense
 * @param open whether proofs can still be added
 * @param earlier public ones that were given for a version this expense corrects
 */
record ProofsPage(
        String home, String back, String amount, String purpose, boolean open, List<Row> rows, List<Earlier> earlier) {

    /**
     * @param next where to go on from here
     * @param address of the public copy, none where there is none
     * @param original fingerprint, none for a statement; @param copy that of the public copy
     * @param withdrawn day; none while it is not
     */
    record Row(
            String next,
            String kind,
            String state,
            String name,
            String day,
            @Nullable String address,
            @Nullable String original,
            @Nullable String copy,
            String statement,
            @Nullable String withdrawn,
            String reason,
            boolean discardable) {}

    /** @param day it became public; @param proves whether it still does, for this amount */
    record Earlier(String kind, String day, @Nullable String address, String statement, boolean proves) {}
}
