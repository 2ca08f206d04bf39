package org.tremplin.site.workspace;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.money.MoneyText;
import org.tremplin.site.card.Phase;
import org.tremplin.site.card.Progress;
import org.tremplin.site.workspace.WorkspacePage.Row;
import reactor.core.publisher.Mono;

/** The campaigns of an association as its members see them, drafts as well. */
@Component
class WorkspaceCampaigns {

    private static final int MOST = 200;

    private final DatabaseClient database;

    WorkspaceCampaigns(DatabaseClient database) {
        this.database = database;
    }

    /** What still runs before what is over, the newest first. */
    Mono<List<Row>> of(Association association, LocalDate today, Locale locale) {
        return database.sql("""
                select project.id, project.slug, project.title, project.state, project.changed, project.goal_cents,
                  project.opens_on, project.closes_on, coalesce(total.received_cents, 0) as received_cents,
                  coalesce(total.gifts, 0) as gifts, coalesce(total.fees_cents, 0) as fees_cents,
                  project.id in (select paid.campaign_id from payment.awaited_fee fee
                    join donation.settled_gift paid on paid.payment_id = fee.payment_id
                    where paid.association_id = :association) as fees_awaited
                from campaign.association_campaign project
                left join ledger.campaign_total total on total.campaign_id = project.id and total.currency = 'EUR'
                where project.association_id = :association
                order by project.state = 'CLOSED'
                    or project.state = 'PUBLISHED' and coalesce(project.closes_on < :today, false),
                  project.created_at desc, project.id desc limit :most
                """)
                .bind("association", association.id().value())
                .bind("today", today)
                .bind("most", MOST)
                .map(row -> row(row, today, locale))
                .all()
                .collectList();
    }

    private static Row row(Readable row, LocalDate today, Locale locale) {
        String state = row.get("state", String.class);
        LocalDate closesOn = row.get("closes_on", LocalDate.class);
        Phase phase = Phase.on(today, "CLOSED".equals(state), row.get("opens_on", LocalDate.class), closesOn);
        boolean draft = "DRAFT".equals(state);
        long received = row.get("received_cents", Long.class);
        long goal = row.get("goal_cents", Long.class);
        long fees = row.get("fees_cents", Long.class);
        Progress progress = Progress.of(received, goal, locale);
        return new Row(
                row.get("id", UUID.class),
                row.get("slug", String.class),
                row.get("title", String.class),
                draft ? "DRAFT" : phase.name(),
                Boolean.TRUE.equals(row.get("changed", Boolean.class)),
                MoneyText.brief(received, locale),
                MoneyText.brief(goal, locale),
                progress.width(),
                progress.text(),
                row.get("gifts", Long.class),
                fees == 0 ? null : MoneyText.exact(fees, locale),
                Boolean.TRUE.equals(row.get("fees_awaited", Boolean.class)),
                !draft && phase.open() && closesOn != null ? Phase.left(today, closesOn) : null);
    }
}
