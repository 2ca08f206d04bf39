package org.tremplin.patron.compare;

import java.util.List;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.EvidenceFile;

/**
 * One project of a comparison.
 *
 * @param reference how the address of the comparison names it; it says whether the project is of this site
 * @param doubts what a file that was brought says and does not add up
 */
record Compared(String reference, Evidence evidence, List<EvidenceFile.Doubt> doubts) {

    boolean brought() {
        return reference.startsWith(Chosen.BROUGHT);
    }
}
