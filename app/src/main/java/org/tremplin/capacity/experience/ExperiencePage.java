package org.tremplin.capacity.experience;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The three questions of one campaign.
 *
 * @param home of the association's sheets
 * @param address of this page
 * @param campaign its title
 * @param language of that title
 * @param endedOn none while the campaign runs: then there is nothing to tell yet
 * @param state none before the first word
 * @param reason why it came back, or was refused
 * @param decidedOn when it was read
 * @param sheet its public address; empty for none
 * @param opened what the form is written for
 * @param late what somebody else made of it while the form was being written; mostly none
 * @param deleted whether somebody deleted it while the form was being written
 * @param alone whether the site has this association only, so that everybody knows who wrote
 */
record ExperiencePage(
        String home,
        String address,
        String campaign,
        String language,
        @Nullable LocalDate endedOn,
        @Nullable State state,
        String reason,
        @Nullable LocalDate decidedOn,
        String sheet,
        Opened opened,
        @Nullable Experience late,
        boolean deleted,
        boolean alone,
        int longest,
        List<Subjects.Group> groups,
        List<Subjects.Choice> templates) {

    public boolean writable() {
        return endedOn != null && (state == null || state.writable() || late != null && state == State.SENT);
    }
}
