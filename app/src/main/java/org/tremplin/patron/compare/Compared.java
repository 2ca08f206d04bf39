package org.tremplin.patron.compare;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.EvidenceFile;

/**
 * One project of a comparison.
 *
 * @param reference how the address of the comparison names it; it says whether the project is of this site
 * @param doubts what a file that was brought says and does not add up
 * @param source where a file was read, at the moment {@code at}; none for one that was sent, and for a campaign of here
 * @param seal what came of checking the seal at that moment; none when it names no journal, or was sent
 */
record Compared(
        String reference,
        Evidence evidence,
        List<EvidenceFile.Doubt> doubts,
        @Nullable URI source,
        @Nullable Instant at,
        EvidenceFile.@Nullable Seal seal) {

    boolean brought() {
        return reference.startsWith(Chosen.BROUGHT);
    }
}
