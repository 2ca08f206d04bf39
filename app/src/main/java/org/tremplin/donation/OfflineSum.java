package org.tremplin.donation;

/**
 * What came by cheque, transfer and in cash.
 *
 * @param cents what went back taken off
 * @param gifts that are not back as a whole
 */
public record OfflineSum(long cents, long gifts) {}
