package org.tremplin.site.workspace;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.donation.Gifts;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.Language;
import org.tremplin.site.card.Phase;
import org.tremplin.site.card.Progress;
import org.tremplin.site.workspace.WorkspacePage.Task;
import reactor.core.publisher.Mono;

/** Makes the front page of an association's workspace. */
@Component
class WorkspacePages {

    private final Associations associations;
    private final Gifts gifts;
    private final DatabaseClient database;
    private final Clock clock;

    WorkspacePages(Associations associations, Gifts gifts, DatabaseClient database, Clock clock) {
        this.associations = associations;
        this.gifts = gifts;
        this.database = database;
        this.clock = clock;
    }

    Mono<WorkspacePage> find(String slug, Language language) {
        return associations.findBySlug(slug).flatMap(association -> page(association, language.locale()));
    }

    private Mono<WorkspacePage> page(Association association, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), association.zone());
        return Mono.zip(
                campaigns(association, today, locale),
                gifts.byDay(association.id().value(), today.minusDays(GiftBars.DAYS - 1L))
                        .collectList(),
                (rows, days) -> {
                    List<Task> tasks = tasks(rows);
                    return new WorkspacePage(
                            association.slug(),
                            association.name(),
                            tasks.isEmpty() ? null : tasks.get(0),
                            tasks.isEmpty() ? List.of() : tasks.subList(1, tasks.size()),
                            rows,
                            GiftBars.of(days, today, locale));
                });
    }

    private Mono<List<WorkspacePage.Row>> campaigns(Association association, LocalDate today, Locale locale) {
        return database.sql("""
                select project.id, project.slug, project.title, project.state, project.changed, project.goal_cents,
                  project.opens_on, project.closes_on, coalesce(total.received_cents, 0) as received_cents,
                  coalesce(total.gifts, 0) as gifts
                from campaign.association_campaign project
                left join ledger.campaign_total total on total.campaign_id = project.id and total.currency = 'EUR'
                where project.association_id = :association
                order by project.state = 'CLOSED', project.created_at desc, project.id desc limit 100
                """)
                .bind("association", association.id().value())
                .map(row -> row(row, today, locale))
                .all()
                .collectList();
    }

    private static WorkspacePage.Row row(Readable row, LocalDate today, Locale locale) {
        String state = row.get("state", String.class);
        LocalDate closesOn = row.get("closes_on", LocalDate.class);
        Phase phase = Phase.on(today, "CLOSED".equals(state), row.get("opens_on", LocalDate.class), closesOn);
        boolean draft = "DRAFT".equals(state);
        long received = row.get("received_cents", Long.class);
        long goal = row.get("goal_cents", Long.class);
        Progress progress = Progress.of(received, goal, locale);
        return new WorkspacePage.Row(
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
                !draft && phase.open() && closesOn != null ? Phase.left(today, closesOn) : null);
    }

    /** The most useful thing first: what is begun, then what is public and unknown, then something new. */
    private static List<Task> tasks(List<WorkspacePage.Row> rows) {
        List<Task> tasks = new ArrayList<>();
        for (WorkspacePage.Row row : rows) {
            String editor = "/c/" + row.id();
            if (row.phase().equals("DRAFT")) {
                tasks.add(new Task("workspace.task.draft", row.title(), editor, "pen"));
            } else if (row.changed() && !row.phase().equals("CLOSED")) {
                tasks.add(new Task("workspace.task.changed", row.title(), editor + "/publication", "edit"));
            }
        }
        if (rows.isEmpty()) {
            tasks.add(new Task("workspace.task.create", "", "/campagnes/nouvelle", "plus"));
        }
        return tasks;
    }
}
