package org.tremplin.campaign.publish;

import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.Amended;
import org.tremplin.campaign.Amendments;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.design.PlanJson;
import reactor.core.publisher.Mono;

@Component
class PublicAmendments implements Amendments {

    /** A campaign with more of them has other troubles; the last ones are told. */
    private static final int MOST = 50;

    private final DatabaseClient database;
    private final PlanJson json;

    PublicAmendments(DatabaseClient database, PlanJson json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<List<Amended>> of(CampaignId campaign) {
        return database.sql("""
                select after.number, after.published_at, after.reason, after.role, before.plan::text as before,
                  after.plan::text as after
                from campaign.edition after
                join campaign.edition before on before.campaign_id = after.campaign_id
                  and before.number = after.number - 1
                where after.campaign_id = :id and after.reason <> ''
                order by after.number desc limit :most
                """)
                .bind("id", campaign.value())
                .bind("most", MOST)
                .map(row -> new Amended(
                        row.get("number", Integer.class),
                        row.get("published_at", Instant.class),
                        row.get("reason", String.class),
                        row.get("role", String.class),
                        json.read(row.get("before", String.class)),
                        json.read(row.get("after", String.class))))
                .all()
                .collectSortedList((one, other) -> Integer.compare(one.number(), other.number()));
    }
}
