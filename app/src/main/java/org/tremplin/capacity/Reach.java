package org.tremplin.capacity;

/** How far an association acts, or where a partner is based beside it; the order is 0 to 3. */
public enum Reach {
    LOCAL,
    REGIONAL,
    NATIONAL,
    INTERNATIONAL
}
