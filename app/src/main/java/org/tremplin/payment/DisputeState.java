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
            // an event in between may be missed
            case WARNING -> next != WARNING;
            case OPEN -> next != WARNING && next != OPEN;
            case WON, LOST, PREVENTED, CLOSED -> false;
        };
    }
}
