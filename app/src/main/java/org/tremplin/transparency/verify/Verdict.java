package org.tremplin.transparency.verify;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param problem the first, none when all is as it should be
 * @param entries read so far
 * @param withheld texts that were erased: their fingerprints stay
 * @param head of the file, none when the reading ended before it
 * @param seen whether the journal begins as a checkpoint said that was kept elsewhere; false when none was given
 * @param seenSigned whether a key of the journal signed that checkpoint too
 */
public record Verdict(
        @Nullable Problem problem,
        long entries,
        long withheld,
        @Nullable Checkpoint head,
        boolean seen,
        boolean seenSigned) {}
