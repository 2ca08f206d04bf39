package org.tremplin.capacity;

import java.util.Set;

/** Which pairs of partners work together too, and which do not; the other pairs are unknown. */
public record Ties(Set<Tie> yes, Set<Tie> no) {

    public static final Ties NONE = new Ties(Set.of(), Set.of());

    public Ties {
        yes = Set.copyOf(yes);
        no = Set.copyOf(no);
    }
}
