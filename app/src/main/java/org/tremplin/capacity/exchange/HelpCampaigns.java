package org.tremplin.capacity.exchange;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Campaigns that declared themselves; what is not there is not found. */
@Component
class HelpCampaigns {

    private static final String SELECT =
            "select campaign_id, association_id, slug, title, language, department from capacity.help_campaign where ";

    private final DatabaseClient database;

    HelpCampaigns(DatabaseClient database) {
        this.database = database;
    }

    Mono<HelpCampaign> at(String slug) {
        return database.sql(SELECT + "slug = :slug")
                .bind("slug", slug)
                .map(HelpCampaigns::campaign)
                .one()
                .switchIfEmpty(missing());
    }

    /** One of this association. */
    Mono<HelpCampaign> at(UUID association, UUID campaign) {
        return database.sql(SELECT + "campaign_id = :campaign and association_id = :association")
                .bind("campaign", campaign)
                .bind("association", association)
                .map(HelpCampaigns::campaign)
                .one()
                .switchIfEmpty(missing());
    }

    static <T> Mono<T> missing() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static HelpCampaign campaign(Readable row) {
        return new HelpCampaign(
                row.get("campaign_id", UUID.class),
                row.get("association_id", UUID.class),
                Need.text(row, "slug"),
                Need.text(row, "title"),
                Need.text(row, "language"),
                Need.text(row, "department"));
    }
}
