package org.tremplin.transparency.report;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Promised;
import org.tremplin.platform.web.DayText;
import org.tremplin.transparency.Report;

/**
 * Reports of a campaign, for its team.
 *
 * @param chosen promise somebody came for, or none
 */
record ReportsPage(
        String home,
        String title,
        String language,
        @Nullable UUID chosen,
        List<Promise> promises,
        List<Row> reports) {

    /** @param days late */
    record Promise(
            UUID id,
            String what,
            String on,
            String state,
            long days,
            @Nullable String madeOn) {}

    /** @param on day it became public, none for a draft */
    record Row(
            UUID id,
            String title,
            boolean closing,
            @Nullable String on) {
        static Row of(Report report, Locale locale) {
            return new Row(
                    report.id(),
                    report.title(),
                    report.closing(),
                    report.publishedOn() == null ? null : DayText.text(report.publishedOn(), locale));
        }
    }

    /** Reports that were promised. */
    static List<Promise> promises(List<Promised> all, Locale locale) {
        return all.stream()
                .filter(one -> one.promise().kind() == Plan.Telling.REPORT)
                .map(one -> new Promise(
                        one.promise().id(),
                        one.promise().what(),
                        DayText.text(one.dueOn(), locale),
                        one.state().name(),
                        one.days(),
                        one.madeOn() == null ? null : DayText.text(one.madeOn(), locale)))
                .toList();
    }
}
