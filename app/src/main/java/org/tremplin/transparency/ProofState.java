package org.tremplin.transparency;

/** Where a proof of an expense stands. */
public enum ProofState {
    /** Nothing is revealed yet. */
    COVERED,
    /** A copy is made, or none is wanted, and nobody has looked at it. */
    PREPARED,
    /** Looked at; public as soon as its expense is approved. */
    READY,
    PUBLISHED,
    /** Its copy is taken away, with a reason; its fingerprints stay. */
    WITHDRAWN;

    public boolean canBecome(ProofState next) {
        return switch (this) {
            case COVERED -> next == PREPARED;
            // another choice of zones
            case PREPARED -> next == PREPARED || next == READY || next == PUBLISHED;
            case READY -> next == PREPARED || next == PUBLISHED;
            case PUBLISHED -> next == WITHDRAWN;
            case WITHDRAWN -> false;
        };
    }

    /** Whether nothing of it is public yet. */
    public boolean open() {
        return this == COVERED || this == PREPARED || this == READY;
    }
}
