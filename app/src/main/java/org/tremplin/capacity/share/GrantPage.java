package org.tremplin.capacity.share;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * One grant: what it opens, and what it opened.
 *
 * @param past what was opened, the latest first
 */
record GrantPage(String home, SharesPage.One one, List<Shared> offered, List<Past> past) {

    static GrantPage of(String home, SharesPage.One one, List<Shared> offered, List<Grants.Scope> scopes, ZoneId zone) {
        return new GrantPage(
                home,
                one,
                offered,
                scopes.stream()
                        .map(scope -> new Past(
                                LocalDate.ofInstant(scope.at(), zone),
                                scope.rows().stream().sorted().toList()))
                        .toList());
    }

    record Past(LocalDate since, List<Shared> rows) {}
}
