package org.tremplin.capacity;

/** Where the energy of an association goes. */
public enum Orientation {
    /** Advocacy. */
    ADV,
    /** Innovation. */
    INN,
    /** Bringing a community to life. */
    COM,
    /** Services to people. */
    SER,
    /** Education and expertise. */
    EXP,
    /** Mutual aid among members. */
    MUT
}
