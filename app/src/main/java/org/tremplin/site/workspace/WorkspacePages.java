package org.tremplin.site.workspace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Awaiting;
import org.tremplin.association.Role;
import org.tremplin.donation.Gifts;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.site.workspace.WorkspacePage.Task;
import reactor.core.publisher.Mono;

/** Makes the front page of an association's workspace. */
@Component
class WorkspacePages {

    /** Campaigns on the front page; the others are on their own. */
    private static final int SHOWN = 6;

    /** Acts on the front page; those that wait longest come first, and make place for the others once done. */
    private static final int AWAITED = 20;

    private final Associations associations;
    private final Gifts gifts;
    private final WorkspaceCampaigns campaigns;
    private final Awaiting awaiting;
    private final RoleLookup roles;
    private final MessageSource messages;
    private final Clock clock;

    WorkspacePages(
            Associations associations,
            Gifts gifts,
            WorkspaceCampaigns campaigns,
            Awaiting awaiting,
            RoleLookup roles,
            MessageSource messages,
            Clock clock) {
        this.associations = associations;
        this.gifts = gifts;
        this.campaigns = campaigns;
        this.awaiting = awaiting;
        this.roles = roles;
        this.messages = messages;
        this.clock = clock;
    }

    Mono<WorkspacePage> find(String slug, UUID person, Language language) {
        return associations.findBySlug(slug).flatMap(association -> page(association, person, language.locale()));
    }

    private Mono<WorkspacePage> page(Association association, UUID person, Locale locale) {
        LocalDate today = association.today(clock);
        return Mono.zip(
                        campaigns.of(association, today, locale),
                        gifts.byDay(association.id().value(), today.minusDays(GiftBars.DAYS - 1L))
                                .collectList(),
                        gifts.askedBack(association.id().value()).collectList(),
                        awaited(association, person, locale))
                .map(read -> {
                    List<WorkspacePage.Row> rows = read.getT1();
                    List<Task> tasks = tasks(rows);
                    return new WorkspacePage(
                            association.slug(),
                            association.name(),
                            tasks.isEmpty() ? null : tasks.get(0),
                            tasks.isEmpty() ? List.of() : tasks.subList(1, tasks.size()),
                            read.getT4().stream().limit(AWAITED).toList(),
                            Math.max(0, read.getT4().size() - AWAITED),
                            read.getT3(),
                            rows.stream().limit(SHOWN).toList(),
                            rows.size() > SHOWN,
                            GiftBars.of(read.getT2(), today, locale));
                });
    }

    private Mono<List<WorkspacePage.Awaited>> awaited(Association association, UUID person, Locale locale) {
        LocalDate today = association.today(clock);
        return roles.roleOf(person, association.slug())
                .flatMap(role -> awaiting.of(association.id(), person, Role.valueOf(role)))
                .flatMapIterable(Function.identity())
                .map(act -> new WorkspacePage.Awaited(
                        messages.getMessage(act.text(), new Object[] {act.what()}, locale),
                        act.below(),
                        DayText.inYear(association.day(act.since()), locale),
                        association.day(act.since()).isBefore(today)))
                .collectList();
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
