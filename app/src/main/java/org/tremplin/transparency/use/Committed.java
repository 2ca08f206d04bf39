package org.tremplin.transparency.use;

/**
 * What quotes and orders hold of a line.
 *
 * @param giftCents the part of {@code cents} that gifts are to pay
 */
record Committed(long cents, long giftCents) {

    static final Committed NOTHING = new Committed(0, 0);
}
