package org.tremplin.transparency;

import java.time.Instant;

/**
 * The signed head of a public journal: who keeps it can later check that the journal still begins as it did.
 *
 * @param origin name of the journal, for ever
 * @param size number of entries it covers
 * @param root fingerprint of them all, hexadecimal
 * @param note the checkpoint with its signature, as docs/journal.md describes it; several lines
 */
public record JournalHead(String origin, long size, String root, String note, Instant signedAt) {}
