package org.tremplin.campaign.publish;

import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import reactor.core.publisher.Mono;

/** When a campaign changed in public, and why. */
@Component
class Editions {

    private final DatabaseClient database;

    Editions(DatabaseClient database) {
        this.database = database;
    }

    /** The last one first. */
    Mono<List<Row>> of(CampaignId campaign) {
        return database.sql("""
                select number, published_at, reason, role from campaign.edition
                where campaign_id = :id order by number desc
                """)
                .bind("id", campaign.value())
                .map(row -> new Row(
                        row.get("number", Integer.class),
                        row.get("published_at", Instant.class),
                        row.get("reason", String.class),
                        row.get("role", String.class)))
                .all()
                .collectList();
    }

    /** @param reason empty for the first edition and for mere words */
    record Row(int number, Instant at, String reason, String role) {}
}
