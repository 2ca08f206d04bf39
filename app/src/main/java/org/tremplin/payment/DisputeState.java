package org.tremplin.payment;

/** Where a dispute stands (money.md, States). */
public enum DisputeState {
    /** The bank asks; no money has left. */
    WARNING,
    OPEN,
    WON,
    LOST,
    PREVENTED,
    CLOSED;

    public boolean canBecome(DisputeState next) {
        return switch (this) {
            case WARNING -> next == OPEN || next == PREVENTED || next == CLOSED;
            case OPEN -> next == WON || next == LOST || next == PREVENTED || next == CLOSED;
            case WON, LOST, PREVENTED, CLOSED -> false;
        };
    }
}
