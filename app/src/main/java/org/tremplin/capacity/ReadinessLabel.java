package org.tremplin.capacity;

/** How far a campaign is prepared, by the ids of the diagnosis; the bands are in the grid. */
public enum ReadinessLabel {
    A_CONSTRUIRE,
    A_CONSOLIDER,
    PRESQUE_PRETE,
    PRETE,
    /** Missing answers could move it to another band. */
    DIAGNOSTIC_INCOMPLET
}
