package org.tremplin.capacity.experience;

/** Where a text stands between who wrote it and everybody. */
enum State {
    /** The association's own. */
    DRAFT,
    /** Waits to be read by who runs the instance. */
    SENT,
    /** Back to be changed, with a reason. */
    RETURNED,
    PUBLISHED,
    REFUSED;

    public boolean writable() {
        return this == DRAFT || this == RETURNED;
    }
}
