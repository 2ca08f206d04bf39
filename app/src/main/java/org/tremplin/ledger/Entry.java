package org.tremplin.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transaction.
 *
 * @param account number of the French chart
 * @param cents debit positive, credit negative, never zero
 * @param campaign analytic axis, if any
 * @param budgetLine only when the donor chose it or money was spent on it
 * @param crod code of origin or destination (rules.md 2.2), on accounts of classes 6 and 7
 */
public record Entry(
        String account,
        long cents,
        String currency,
        @Nullable UUID campaign,
        @Nullable UUID budgetLine,
        @Nullable String crod,
        boolean publicGenerosity) {

    /** @throws IllegalArgumentException for a line that moves nothing */
    public Entry {
        if (cents == 0) {
            throw new IllegalArgumentException("An entry of account " + account + " moves no money");
        }
    }
}
