package org.tremplin.transparency;

/** Where an expense, or a commitment to one, stands. It only moves forward; what was approved is never edited. */
public enum ExpenseState {
    /** Being written by its author. */
    DRAFT,
    /** Waits for another person. */
    SUBMITTED,
    /** In the books and in the public journal; a commitment counts as committed. */
    APPROVED,
    /** Refused with a reason: in no book and no journal. */
    REFUSED,
    /** Its money left. */
    PAID,
    /** Another version took its place, in public. */
    AMENDED,
    /** Taken back, in public. */
    REVERSED;

    public boolean canBecome(ExpenseState next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED;
            // back to its author with a question, or taken back by the author
            case SUBMITTED -> next == APPROVED || next == REFUSED || next == DRAFT;
            case APPROVED -> next == PAID || next == AMENDED || next == REVERSED;
            case PAID -> next == AMENDED || next == REVERSED;
            case REFUSED, AMENDED, REVERSED -> false;
        };
    }

    /** Whether it counts as spent, or as committed. */
    public boolean effective() {
        return this == APPROVED || this == PAID;
    }
}
