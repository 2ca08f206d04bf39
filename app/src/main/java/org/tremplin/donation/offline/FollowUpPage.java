package org.tremplin.donation.offline;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cheques, transfers and cash to follow, as a page shows them.
 *
 * @param wanted what is searched for, empty for all
 * @param done what was just done
 * @param cleared cheques that may still be refused
 * @param found cash and transfers on the account, of what is searched for
 */
record FollowUpPage(
        String slug,
        String wanted,
        @Nullable String done,
        String today,
        List<Line> promised,
        List<Line> inHand,
        List<Line> atBank,
        List<Line> cleared,
        List<Line> found,
        String promisedSum,
        String inHandSum,
        String atBankSum) {

    /**
     * @param cheque only cheques can be refused
     * @param bankReference as the bank statement says, or the number of the cheque
     * @param day it ends, of a promise; else the day it came
     * @param typed the amount as a person types it
     */
    record Line(
            UUID id,
            UUID donation,
            String means,
            String state,
            boolean cheque,
            String name,
            @Nullable String reference,
            @Nullable String bankReference,
            String day,
            String amount,
            String typed) {}
}
