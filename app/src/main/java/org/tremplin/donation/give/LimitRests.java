package org.tremplin.donation.give;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The off-switch of the limits, for one campaign and one day. */
@Component
class LimitRests {

    private final DatabaseClient database;

    LimitRests(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> begin(UUID campaign, UUID by) {
        return database.sql("""
                insert into donation.limit_rest (campaign_id, until, ordered_by) values (:campaign, now() + interval '1 day', :by)
                on conflict (campaign_id) do update set until = excluded.until, ordered_by = excluded.ordered_by
                """).bind("campaign", campaign).bind("by", by).then();
    }

    Mono<Void> end(UUID campaign) {
        return database.sql("delete from donation.limit_rest where campaign_id = :campaign")
                .bind("campaign", campaign)
                .then();
    }

    /** Until when they rest; empty while they hold. */
    Mono<Instant> until(UUID campaign) {
        return database.sql("select until from donation.limit_rest where campaign_id = :campaign and until > now()")
                .bind("campaign", campaign)
                .map(row -> row.get("until", Instant.class))
                .one();
    }
}
