package org.tremplin.capacity;

/** The shape of a network of partners, by the ids of the diagnosis: told in words, never scored. */
public enum NetworkShape {
    DENSE_VARIE,
    DENSE_HOMOGENE,
    OUVERT_VARIE,
    OUVERT_HOMOGENE;

    public static NetworkShape of(boolean dense, boolean homogeneous) {
        if (dense) {
            return homogeneous ? DENSE_HOMOGENE : DENSE_VARIE;
        }
        return homogeneous ? OUVERT_HOMOGENE : OUVERT_VARIE;
    }
}
