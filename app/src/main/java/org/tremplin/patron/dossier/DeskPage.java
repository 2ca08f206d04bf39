package org.tremplin.patron.dossier;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The desk where an association makes dossiers of a campaign: finished values only.
 *
 * @param home its address; @param campaign address of the campaign's desk
 * @param published whether there is anything to show a patron
 * @param missing papers that were not given; @param papers all kinds, given or not
 * @param first earliest day a link may end, {@code last} the latest
 */
record DeskPage(
        String home,
        String campaign,
        String title,
        boolean published,
        List<Enclosure.Kind> missing,
        List<Given> papers,
        DossierForm form,
        String first,
        String last,
        List<Row> open,
        List<Row> over) {

    /** @param field its value in the form; @param added none when it was not given */
    record Given(
            Enclosure.Kind kind, String field, @Nullable String added, String size) {}

    /**
     * @param link none when it cannot be made again, or is over
     * @param openings moments, the newest first; @param read how often the page, @param taken how often the file
     */
    record Row(
            UUID id,
            String label,
            String made,
            String until,
            boolean revoked,
            @Nullable String link,
            String sha256,
            List<String> openings,
            long read,
            long taken) {}
}
