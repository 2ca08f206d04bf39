package org.tremplin.site.workspace;

import java.util.List;
import java.util.stream.Stream;

/**
 * All campaigns of an association.
 *
 * @param groups that have any: what runs, what is being written, what is over
 */
record CampaignListPage(String slug, List<Group> groups) {

    /** @param key {@code running}, {@code drafts} or {@code closed} */
    record Group(String key, List<WorkspacePage.Row> campaigns) {}

    static CampaignListPage of(String slug, List<WorkspacePage.Row> rows) {
        return new CampaignListPage(
                slug,
                Stream.of(
                                group("running", rows, "OPEN", "SOON"),
                                group("drafts", rows, "DRAFT"),
                                group("closed", rows, "CLOSED"))
                        .filter(group -> !group.campaigns().isEmpty())
                        .toList());
    }

    private static Group group(String key, List<WorkspacePage.Row> rows, String... phases) {
        return new Group(
                key,
                rows.stream()
                        .filter(row -> List.of(phases).contains(row.phase()))
                        .toList());
    }
}
