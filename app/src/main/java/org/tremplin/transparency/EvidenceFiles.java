package org.tremplin.transparency;

/** Reads files of evidence made here or by another instance, see docs/preuves.md. */
public interface EvidenceFiles {

    /** A whole campaign takes some 20 kB; one with hundreds of lines and amendments stays below. */
    int MOST_BYTES = 1 << 20;

    /** Computes for some milliseconds and waits for nothing. */
    EvidenceFile read(byte[] file);
}
