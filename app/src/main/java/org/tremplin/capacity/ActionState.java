package org.tremplin.capacity;

/** Where a planned action stands. Every move can be taken back: a plan is a tool, not a book. */
public enum ActionState {
    TODO,
    DOING,
    DONE,
    /** Given up, with a reason. */
    DROPPED;

    public boolean canBecome(ActionState next) {
        return switch (this) {
            case TODO -> next == DOING || next == DONE || next == DROPPED;
            case DOING -> next == TODO || next == DONE || next == DROPPED;
            case DONE -> next == TODO || next == DOING;
            case DROPPED -> next == TODO || next == DOING;
        };
    }

    /** Whether something is still to be done. */
    public boolean open() {
        return this == TODO || this == DOING;
    }
}
