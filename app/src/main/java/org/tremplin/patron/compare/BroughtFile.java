package org.tremplin.patron.compare;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.EvidenceFile;

/**
 * @param source where it was read, at the moment {@code at}; none for a file that was sent
 * @param seal what came of checking it then; none when it names no journal, or was sent
 */
record BroughtFile(@Nullable URI source, Instant at, EvidenceFile.@Nullable Seal seal) {

    /** What was checked stays, with its date, when there was no time to check what would take its place. */
    boolean outweighs(Brought now) {
        return seal != null
                && seal != EvidenceFile.Seal.NO_TIME
                && now instanceof Brought.Read read
                && read.seal() == EvidenceFile.Seal.NO_TIME;
    }
}
