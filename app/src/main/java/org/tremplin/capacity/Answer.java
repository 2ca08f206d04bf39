package org.tremplin.capacity;

/** One answer on the scale of the diagnosis: a notch of 0 to 4, or none. */
public enum Answer {
    NOT_IN_PLACE,
    TRIED,
    ONE_PERSON,
    SHARED,
    IMPROVED,
    UNKNOWN,
    NOT_APPLICABLE;

    public static final int TOP = 4;
    private static final Answer[] ALL = values();

    /** @param notches 0 to 4 */
    public static Answer of(int notches) {
        if (notches < 0 || notches > TOP) {
            throw new IllegalArgumentException("No answer of " + notches + " notches");
        }
        return ALL[notches];
    }

    public boolean isScaled() {
        return ordinal() <= TOP;
    }

    /** 0 to 4; only of a scaled one. */
    public int notches() {
        if (!isScaled()) {
            throw new IllegalStateException(this + " has no notches");
        }
        return ordinal();
    }

    /** Whether it is an answer of that many notches or fewer. */
    public boolean atMost(int notches) {
        return ordinal() <= Math.min(notches, TOP);
    }

    /** So many notches up, or down if negative, within the scale; what is no number stays. */
    public Answer moved(int notches) {
        return isScaled() ? of(Math.max(0, Math.min(TOP, ordinal() + notches))) : this;
    }
}
