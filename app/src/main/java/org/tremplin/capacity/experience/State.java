package org.tremplin.capacity.experience;

/** Where a text stands between who wrote it and everybody. */
enum State {
    /** The association's own. */
    DRAFT,
    /** Not asked again, though the questions stay open; what was written stays as well. */
    DECLINED,
    /** Waits to be read by who runs the instance. */
    SENT,
    /** Back to be changed, with a reason. */
    RETURNED,
    PUBLISHED,
    REFUSED;

    public boolean writable() {
        return this == DRAFT || this == DECLINED || this == RETURNED;
    }
}
