package org.tremplin.transparency;

import java.util.List;

/**
 * What proves that one entry stands in a journal, without the others.
 *
 * @param seq place of the entry, from 0
 * @param leaf the entry as it is published
 * @param fingerprint of the entry, hexadecimal
 * @param path from the entry to the root, the nearest first
 * @param head that the path ends at
 */
public record Inclusion(long seq, String leaf, String fingerprint, List<Step> path, JournalHead head) {

    public Inclusion {
        path = List.copyOf(path);
    }

    /**
     * @param left whether this hash stands on the left when both are joined
     * @param hash hexadecimal
     */
    public record Step(boolean left, String hash) {}
}
