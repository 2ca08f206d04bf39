package org.tremplin.site.workspace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.donation.Gifts;
import org.tremplin.platform.web.Language;
import org.tremplin.site.workspace.WorkspacePage.Task;
import reactor.core.publisher.Mono;

/** Makes the front page of an association's workspace. */
@Component
class WorkspacePages {

    /** Campaigns on the front page; the others are on their own. */
    private static final int SHOWN = 6;

    private final Associations associations;
    private final Gifts gifts;
    private final WorkspaceCampaigns campaigns;
    private final Clock clock;

    WorkspacePages(Associations associations, Gifts gifts, WorkspaceCampaigns campaigns, Clock clock) {
        this.associations = associations;
        this.gifts = gifts;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    Mono<WorkspacePage> find(String slug, Language language) {
        return associations.findBySlug(slug).flatMap(association -> page(association, language.locale()));
    }

    private Mono<WorkspacePage> page(Association association, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), association.zone());
        return Mono.zip(
                        campaigns.of(association, today, locale),
                        gifts.byDay(association.id().value(), today.minusDays(GiftBars.DAYS - 1L))
                                .collectList(),
                        gifts.askedBack(association.id().value()).collectList())
                .map(read -> {
                    List<WorkspacePage.Row> rows = read.getT1();
                    List<Task> tasks = tasks(rows);
                    return new WorkspacePage(
                            association.slug(),
                            association.name(),
                            tasks.isEmpty() ? null : tasks.get(0),
                            tasks.isEmpty() ? List.of() : tasks.subList(1, tasks.size()),
                            read.getT3(),
                            rows.stream().limit(SHOWN).toList(),
                            rows.size() > SHOWN,
                            GiftBars.of(read.getT2(), today, locale));
                });
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
