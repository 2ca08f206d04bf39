package org.tremplin.donation;

/** Where a cheque, a transfer or cash stands. What came counts from {@link #RECEIVED} on (decision 0014). */
public enum OfflineState {
    /** Announced by the donor: shown apart, in no total. */
    PROMISED,
    /** In the hands of the association. */
    RECEIVED,
    /** Taken to the bank. */
    DEPOSITED,
    /** On the account; a transfer is there as soon as it is received. */
    CLEARED,
    /** The bank refused the cheque. */
    REJECTED,
    /** Its day passed. */
    EXPIRED,
    /** Given up by the donor or the association. */
    CANCELLED;

    public boolean canBecome(OfflineState next) {
        return switch (this) {
            case PROMISED -> next == RECEIVED || next == CLEARED || next == EXPIRED || next == CANCELLED;
            case RECEIVED -> next == DEPOSITED || next == REJECTED;
            case DEPOSITED -> next == CLEARED || next == REJECTED;
            // banks credit a cheque at once, and may take it back later
            case CLEARED -> next == REJECTED;
            // it came after all
            case EXPIRED, CANCELLED -> next == RECEIVED || next == CLEARED;
            case REJECTED -> false;
        };
    }
}
