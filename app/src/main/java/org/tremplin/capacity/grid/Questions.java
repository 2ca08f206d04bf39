package org.tremplin.capacity.grid;

import java.util.List;
import org.tremplin.capacity.Section;

/** The questions of one section, in their order. */
public record Questions(Section section, Words name, List<Item> items) {

    public Questions {
        items = List.copyOf(items);
    }
}
