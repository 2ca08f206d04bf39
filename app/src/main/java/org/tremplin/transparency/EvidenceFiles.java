package org.tremplin.transparency;

import reactor.core.publisher.Mono;

/** Reads files of evidence made here or by another instance, see docs/preuves.md. */
public interface EvidenceFiles {

    /** A whole campaign takes some 20 kB; one with hundreds of lines and amendments stays below. */
    int MOST_BYTES = 1 << 20;

    /** The file of a campaign of this instance: the bytes its public address gives. */
    byte[] write(Evidence evidence);

    /** A journal longer than some ten thousand entries is not read to check a file. */
    int MOST_JOURNAL_BYTES = 4 << 20;

    /**
     * Aside too. It says nothing of who holds the key: that the journal is the one that donors know, their mails tell.
     *
     * @param file that names a journal
     * @param journal as its address gives it
     */
    Mono<EvidenceFile.Seal> check(Evidence file, byte[] journal);

    /** Aside, one at a time: a large file keeps a processor busy for a while. Refused as too busy when many wait. */
    Mono<EvidenceFile> read(byte[] file);
}
