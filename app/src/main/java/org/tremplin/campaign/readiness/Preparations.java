package org.tremplin.campaign.readiness;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.design.Draft;
import org.tremplin.campaign.template.Template;
import org.tremplin.campaign.template.Templates;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import reactor.core.publisher.Mono;

/** What each campaign said of its preparation. Whoever calls has found the campaign under its association before. */
@Component
public class Preparations {

    private final DatabaseClient database;
    private final Templates templates;

    Preparations(DatabaseClient database, Templates templates) {
        this.database = database;
        this.templates = templates;
    }

    /** Nothing told yet is the type of its template, and the rest unknown. */
    Mono<Told> of(Draft draft) {
        return database.sql("""
                select type, answers, relays, hours, costs_cents, means_cents, committed_cents
                from campaign.preparation where campaign_id = :campaign
                """)
                .bind("campaign", draft.campaign().id().value())
                .map(Preparations::told)
                .one()
                .switchIfEmpty(Mono.fromSupplier(() -> Told.nothing(type(draft.template()))));
    }

    /** Whatever was told before. */
    public Mono<Void> save(CampaignId campaign, Preparation told, LocalDate today) {
        return version(campaign)
                .flatMap(version -> save(campaign, Told.of(told), version, today))
                .then();
    }

    /** 0 while nothing is told. */
    Mono<Integer> version(CampaignId campaign) {
        return database.sql("select version from campaign.preparation where campaign_id = :campaign")
                .bind("campaign", campaign.value())
                .map(row -> Objects.requireNonNull(row.get("version", Integer.class)))
                .one()
                .defaultIfEmpty(0);
    }

    /** @return whether nobody else told something since the version that this was written at */
    Mono<Boolean> save(CampaignId campaign, Told told, int version, LocalDate today) {
        return database.sql("""
                insert into campaign.preparation
                  (campaign_id, type, answers, relays, hours, costs_cents, means_cents, committed_cents, saved_on)
                values (:campaign, :type, :answers, :relays, :hours, :costs, :means, :committed, :today)
                on conflict (campaign_id) do update set type = excluded.type, answers = excluded.answers,
                  relays = excluded.relays, hours = excluded.hours, costs_cents = excluded.costs_cents,
                  means_cents = excluded.means_cents, committed_cents = excluded.committed_cents,
                  saved_on = excluded.saved_on, version = preparation.version + 1
                where preparation.version = :version
                """)
                .bind("version", version)
                .bind("campaign", campaign.value())
                .bind("type", told.type().name())
                .bind("answers", told.answers().stream().map(Answer::name).toArray(String[]::new))
                .bind("relays", Parameter.fromOrEmpty(told.relays(), Integer.class))
                .bind("hours", Parameter.fromOrEmpty(written(told.hours()), String[].class))
                .bind("costs", Parameter.fromOrEmpty(told.costs(), Long.class))
                .bind("means", Parameter.fromOrEmpty(told.means(), Long.class))
                .bind("committed", Parameter.fromOrEmpty(told.committed(), Long.class))
                .bind("today", today)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** A garden lives on its neighbours, a project of nature on patrons; anything else is a project with a goal. */
    private CampaignType type(String template) {
        return templates
                .find(template)
                .map(Template::data)
                .map(data -> switch (data.kind()) {
                    case "GARDEN" -> CampaignType.LOCAL;
                    case "NATURE" -> CampaignType.PATRON;
                    default -> CampaignType.PROJECT_GOAL;
                })
                .orElse(CampaignType.PROJECT_GOAL);
    }

    private static Told told(Readable row) {
        String[] hours = row.get("hours", String[].class);
        return new Told(
                CampaignType.valueOf(Objects.requireNonNull(row.get("type", String.class))),
                Arrays.stream(Objects.requireNonNull(row.get("answers", String[].class)))
                        .map(Answer::valueOf)
                        .toList(),
                row.get("relays", Integer.class),
                hours == null
                        ? null
                        : Arrays.stream(hours).map(Preparations::person).toList(),
                row.get("costs_cents", Long.class),
                row.get("means_cents", Long.class),
                row.get("committed_cents", Long.class));
    }

    /** Hours a week, a blank, weeks; as fractions, so that nothing is rounded. */
    private static Preparation.Hours person(String written) {
        String[] parts = written.split(" ");
        return new Preparation.Hours(Ratio.of(parts[0]), Ratio.of(parts[1]));
    }

    private static String @Nullable [] written(@Nullable List<Preparation.Hours> hours) {
        return hours == null
                ? null
                : hours.stream().map(one -> one.perWeek() + " " + one.weeks()).toArray(String[]::new);
    }
}
