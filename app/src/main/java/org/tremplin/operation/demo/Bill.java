package org.tremplin.operation.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tremplin.transparency.Expense;

/**
 * An invoice of the story, paid by the bank on its day.
 *
 * @param purpose one public sentence, by which it is known again
 * @param account of the French chart
 * @param destination rules.md 2.2
 * @param reason why it is more than what is left on its line; empty where it is not
 * @param paper what people do with the paper itself
 */
record Bill(
        long cents,
        LocalDate on,
        String supplier,
        String purpose,
        String account,
        String destination,
        String reason,
        Paper paper) {

    private static final String MISSION = "C1.1.a";
    private static final String APPEAL = "C2.1";

    enum Paper {
        NONE,
        /** Added, and nobody said yet what may be seen. */
        COVERED,
        /** Date, amount and object are public. */
        REVEALED
    }

    static Bill of(long cents, LocalDate on, String supplier, String purpose, String account) {
        return new Bill(cents, on, supplier, Words.text(purpose), account, MISSION, "", Paper.NONE);
    }

    /** For the appeal itself, not for the project. */
    Bill appeal() {
        return new Bill(cents, on, supplier, purpose, account, APPEAL, reason, paper);
    }

    Bill because(String reason) {
        return new Bill(cents, on, supplier, purpose, account, destination, Words.text(reason), paper);
    }

    Bill with(Paper paper) {
        return new Bill(cents, on, supplier, purpose, account, destination, reason, paper);
    }

    Expense.Invoice on(UUID campaign, UUID line) {
        return new Expense.Invoice(
                on,
                supplier,
                false,
                purpose,
                Expense.Paid.BANK,
                on,
                reason,
                null,
                false,
                List.of(new Expense.Part(campaign, line, cents, account, destination, true)));
    }
}
