package org.tremplin.transparency.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.About;

/**
 * The evidence of a campaign, read in a minute: finished values only.
 *
 * @param language of the association's words
 * @param place may be empty
 * @param open whether gifts are taken
 * @param day of the figures; @param edition what is declared, with its day
 * @param brief the project; @param observed measured here; @param declared by the association
 * @param dates calendar and promises, by day
 * @param changes of the terms, the newest first; @param more older ones, on the page of the use of funds
 * @param missing all of it in a few words, by reason
 * @param firm what a gift costs a company, in sentences; none once it ended
 */
record EvidencePage(
        String slug,
        String title,
        String language,
        String ownerSlug,
        String owner,
        String place,
        boolean open,
        String day,
        String edition,
        List<Row> brief,
        List<Row> observed,
        List<Row> declared,
        List<Line> lines,
        Line total,
        List<Resource> resources,
        String resourcesTotal,
        List<Step> dates,
        List<Change> changes,
        int more,
        List<String> missing,
        List<String> firm,
        boolean journal,
        String address,
        About about) {

    /**
     * A fact.
     *
     * @param label key of its text
     * @param value none when it is missing, {@code note} then says why
     * @param own whether the value is in the association's words
     * @param links where it can be checked
     */
    record Row(
            String label,
            @Nullable String value,
            boolean own,
            @Nullable String note,
            List<Link> links) {}

    /** @param external leads off this site */
    record Link(String text, String address, boolean external) {}

    /** A line of the budget. @param reasons of spending more than was left */
    record Line(
            String label,
            String planned,
            String received,
            String spent,
            String proven,
            String left,
            List<String> reasons) {}

    /** @param gifts the gifts themselves, whose label is a text of ours; @param on day of the state, none for unknown */
    record Resource(
            String label,
            boolean gifts,
            String planned,
            String state,
            @Nullable String on) {}

    /** @param iso of the day; @param note what it is or what became of it; @param late in public */
    record Step(String iso, String day, String what, boolean own, String note, boolean done, boolean late) {}

    /** @param rows what moved, in a few words each */
    record Change(String day, String role, String reason, List<Moved> rows) {}

    /** @param key of the text that names what moved, none for a line, which has its label */
    record Moved(@Nullable String key, String label, String before, String after) {}
}
