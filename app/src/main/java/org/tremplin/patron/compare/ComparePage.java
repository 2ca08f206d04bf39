package org.tremplin.patron.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.About;

/**
 * Up to four projects beside each other: finished values only.
 *
 * @param fewer whether there is nothing to compare yet
 * @param problems why something asked is not here
 * @param query of this comparison, for its files
 * @param criteria what can be weighed; @param own in the patron's words, always {@value Chosen#MOST_OWN}
 * @param standing what each project meets of it
 * @param would how firm the first place is, in sentences; empty when none is first
 */
record ComparePage(
        List<Project> projects,
        boolean fewer,
        List<String> problems,
        String query,
        List<Weight> criteria,
        List<Own> own,
        List<Standing> standing,
        int total,
        List<String> would,
        List<Row> observed,
        List<Row> declared,
        String day,
        About about) {

    /**
     * @param reference in the address
     * @param address of its page, on this site or another; none when a file names none
     * @param origin of a file that was brought, in words; none for a project of this site
     * @param fetched whether this server read it at an address, and can read it again
     * @param language of the association's words
     * @param without query of the comparison that leaves it out
     */
    record Project(
            String reference,
            String title,
            String association,
            String language,
            @Nullable String address,
            @Nullable String origin,
            boolean fetched,
            String asOf,
            List<String> findings,
            String without) {}

    /** @param weight 0 to 3 */
    record Weight(String field, String label, int weight) {}

    /** @param fits of each project */
    record Own(int number, String name, int weight, List<Fit> fits) {}

    /** @param open whether it depends on something missing */
    record Standing(String title, String language, String share, boolean open, boolean first) {}
}
