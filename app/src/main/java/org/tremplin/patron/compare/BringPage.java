package org.tremplin.patron.compare;

/**
 * @param query of the comparison so far
 * @param room files that still fit
 */
record BringPage(String query, int room) {}
