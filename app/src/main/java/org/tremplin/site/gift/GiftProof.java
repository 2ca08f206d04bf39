package org.tremplin.site.gift;

import java.util.List;

/**
 * What proves that a gift stands in the public journal.
 *
 * @param seq its number there; @param next where a page of the journal ends that shows it; @param size how many entries the head covers
 * @param signed when the head was signed, in words
 * @param fingerprint of the entry, in groups of four signs
 * @param path from the entry to the root, the nearest first
 * @param root fingerprint of all entries, in groups of four signs
 */
record GiftProof(
        String seq, String next, String size, String signed, String fingerprint, List<Step> path, String root) {

    /** @param left whether the hash stands on the left */
    record Step(boolean left, String hash) {}
}
