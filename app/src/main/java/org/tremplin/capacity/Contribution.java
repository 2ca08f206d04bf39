package org.tremplin.capacity;

/** What a partner brings. */
public enum Contribution {
    /** Visibility. */
    VIS,
    /** Information. */
    INF,
    /** Money, equipment, premises. */
    RES,
    /** Skills. */
    SKI,
    /** Legitimacy. */
    LEG
}
