package org.tremplin.payment;

/** Where a refund stands: own rows, so that what may still be refunded is a sum (money.md, States). */
public enum RefundState {
    REQUESTED,
    PENDING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean canBecome(RefundState next) {
        return switch (this) {
            case REQUESTED -> next != REQUESTED;
            case PENDING -> next == SUCCEEDED || next == FAILED || next == CANCELLED;
            // a bank may send a refund back days later
            case SUCCEEDED -> next == FAILED;
            case FAILED, CANCELLED -> false;
        };
    }
}
