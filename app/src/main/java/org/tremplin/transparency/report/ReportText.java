package org.tremplin.transparency.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.security.Tokens;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.Report;

/**
 * The words of a report.
 *
 * @param closing whether it is the closing statement
 */
record ReportText(String title, String body, @Nullable UUID promise, boolean closing) {

    private static final int TITLE = 120;
    private static final int BODY = 40_000;

    static ReportText of(Report report) {
        return new ReportText(report.title(), report.body(), report.promise(), report.closing());
    }

    /**
     * Fields: {@code titre}, {@code texte}, {@code promesse}, {@code cloture} (box). A running campaign has no closing
     * statement yet.
     */
    static ReportText typed(Typed typed, PublishedCampaign of) {
        return new ReportText(
                typed.line("titre"),
                typed.text("texte"),
                of.plan().promised(typed.id("promesse"), true),
                typed.on("cloture") && of.campaign().state() == Campaign.State.CLOSED);
    }

    /** What no draft may hold; and what is missing besides before it may be public. */
    Problems problems(boolean whole) {
        Problems problems = new Problems();
        if (title.length() > TITLE) {
            problems.add("titre", "update.title.long", TITLE);
        }
        if (body.length() > BODY) {
            problems.add("texte", "update.body.long", BODY);
        }
        if (whole && title.isBlank()) {
            problems.add("titre", "report.title.missing");
        }
        if (whole && body.isBlank()) {
            problems.add("texte", "report.body.missing");
        }
        return problems;
    }

    /** Title and text, each after its length in bytes: what the journal vouches for. */
    String said() {
        return Tokens.joined(title, body);
    }

    DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec sql) {
        DatabaseClient.GenericExecuteSpec bound =
                sql.bind("title", title).bind("body", body).bind("kind", closing ? "CLOSING" : "REPORT");
        return promise == null ? bound.bindNull("promise", UUID.class) : bound.bind("promise", promise);
    }
}
