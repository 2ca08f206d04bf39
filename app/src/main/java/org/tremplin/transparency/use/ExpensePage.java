package org.tremplin.transparency.use;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;

/**
 * One expense as its author, its approver and everybody else of the team see it.
 *
 * @param mine whether who looks wrote it
 * @param paidOn none when it is to be paid
 * @param account of all its parts, several names in a row where they differ; so with destination
 * @param replaced address of what it corrects; @param correction of what corrects it
 * @param commitment address of the quote it consumes
 * @param done what was just done, a known word or none
 * @param problem key of why an act was not possible, none when all went well; @param problemWho and when, for it
 */
record ExpensePage(
        String base,
        String address,
        UUID id,
        int version,
        Expense.Kind kind,
        ExpenseState state,
        boolean reversal,
        boolean mine,
        String amount,
        String supplier,
        boolean supplierShown,
        String day,
        String purpose,
        List<Part> parts,
        Expense.Paid paid,
        @Nullable String paidOn,
        boolean elsewhere,
        String account,
        String destination,
        String overReason,
        String author,
        String enteredOn,
        @Nullable String approver,
        @Nullable String decidedOn,
        String answer,
        String reason,
        @Nullable String replaced,
        @Nullable String replacedAmount,
        @Nullable String correction,
        @Nullable String commitment,
        boolean settles,
        String today,
        @Nullable String done,
        @Nullable String problem,
        @Nullable String problemWho) {

    public boolean effective() {
        return state.effective();
    }

    /** Shown where a sentence needs the word for what it is. */
    public String what() {
        return reversal
                ? "reversal"
                : replaced != null ? "correction" : kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param campaign shown where there are several, else empty
     * @param committed approved quotes on the line, none for nothing
     * @param after what is left once it is approved; @param over whether that is below zero
     */
    record Part(
            String line,
            String campaign,
            String amount,
            @Nullable String committed,
            String after,
            boolean over,
            Bar bar) {}

    /** Lengths in percent of what the line received. */
    record Bar(String spent, String committedX, String committed, String nowX, String now, String text) {}
}
