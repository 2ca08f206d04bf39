package org.tremplin.capacity.diagnosis;

/** Structure and role of somebody who sits beside. */
final class MediatorText {

    /** Characters: a structure and a role, not a story. */
    static final int MOST = 120;

    private MediatorText() {}
}
