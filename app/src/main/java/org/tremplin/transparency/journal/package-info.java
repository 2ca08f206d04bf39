/**
 * The public journal: one append-only line of leaves a campaign, in the format of {@code docs/journal.md}.
 * <p>Invariants: each source has one leaf; numbers have no gap; no internal id, no name and no hour stands in a leaf;
 * what a person may ask to erase stands beside it.
 */
@NullMarked
package org.tremplin.transparency.journal;

import org.jspecify.annotations.NullMarked;
