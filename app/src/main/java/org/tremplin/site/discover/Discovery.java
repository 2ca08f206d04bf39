package org.tremplin.site.discover;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.site.card.CampaignRow;
import reactor.core.publisher.Mono;

/** Finds public campaigns: open ones first, the best matches first, then the newest. */
@Component
class Discovery {

    private static final ZoneId HERE = ZoneId.of("Europe/Paris");

    private final DatabaseClient database;
    private final Clock clock;

    Discovery(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<List<CampaignRow>> find(Search search) {
        return database.sql(CampaignRow.SELECT + """
                cross join websearch_to_tsquery('public.fr_plain', :words) wanted
                cross join plainto_tsquery('public.fr_plain', :town) town
                where (:words = '' or project.search @@ wanted
                    or to_tsvector('public.fr_plain', owner.name || ' ' || owner.city) @@ wanted)
                  and (:cause = '' or project.cause = :cause)
                  and (:department = '' or project.department = :department)
                  and (:town = '' or to_tsvector('public.fr_plain', project.city) @@ town)
                order by project.state = 'CLOSED' or project.closes_on < cast(:today as date),
                  ts_rank(project.search, wanted) desc, project.published_at desc, project.id desc
                limit :size offset :offset
                """)
                .bind("words", search.words())
                .bind("town", search.town())
                .bind("cause", search.cause())
                .bind("department", search.department())
                .bind("today", LocalDate.ofInstant(clock.instant(), HERE))
                .bind("size", Search.PAGE_SIZE)
                .bind("offset", search.offset())
                .map(CampaignRow::of)
                .all()
                .collectList();
    }

    /** Departments that have a public campaign, by code. */
    Mono<List<String>> departments() {
        return database.sql("""
                select distinct department from campaign.public_campaign where department <> '' order by department
                """)
                .map(row -> String.valueOf(row.get("department", String.class)))
                .all()
                .collectList();
    }

    /** What all public campaigns together received. */
    Mono<Since> since() {
        return database.sql("""
                select coalesce(sum(received_cents), 0)::bigint as cents, coalesce(sum(gifts), 0)::bigint as gifts,
                  count(distinct association_id) as associations, max(updated_at) as at
                from ledger.campaign_total where currency = 'EUR' and received_cents > 0
                """)
                .map(row -> new Since(
                        row.get("cents", Long.class),
                        row.get("gifts", Long.class),
                        row.get("associations", Long.class),
                        row.get("at", Instant.class)))
                .one();
    }

    record Since(
            long cents,
            long gifts,
            long associations,
            @Nullable Instant at) {}
}
