package org.tremplin.capacity.grid;

import java.util.List;

/** A named part of the grid with the ids of its sources. */
public record Sourced(String id, Words words, List<String> sources) {

    public Sourced {
        sources = List.copyOf(sources);
    }
}
