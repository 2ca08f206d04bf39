package org.tremplin.patron.compare;

import org.tremplin.transparency.Evidence;

/**
 * One project of a comparison.
 *
 * @param reference how the address of the comparison names it
 */
record Compared(String reference, Evidence evidence) {}
