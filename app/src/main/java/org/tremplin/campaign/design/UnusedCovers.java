package org.tremplin.campaign.design;

import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.platform.file.Files;
import reactor.core.publisher.Mono;

/** Deletes pictures that nothing shows any more: neither the draft, nor what undo would bring back, nor an edition. */
@Component
class UnusedCovers {

    private final DatabaseClient database;
    private final Files files;

    UnusedCovers(DatabaseClient database, Files files) {
        this.database = database;
        this.files = files;
    }

    /** Inside the transaction that let go of these pictures of this campaign. */
    Mono<Void> delete(CampaignId campaign, Collection<UUID> covers) {
        if (covers.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                select cover from unnest(:covers) as let_go(cover)
                where cover::text not in (
                  select plan ->> 'cover' from campaign.draft where campaign_id = :id and plan ->> 'cover' is not null
                  union select plan ->> 'cover' from campaign.draft_before
                    where campaign_id = :id and plan ->> 'cover' is not null
                  union select plan ->> 'cover' from campaign.edition
                    where campaign_id = :id and plan ->> 'cover' is not null)
                """)
                .bind("covers", covers.toArray(UUID[]::new))
                .bind("id", campaign.value())
                .map(row -> row.get("cover", UUID.class))
                .all()
                .collectList()
                .flatMapIterable(unused -> unused)
                .concatMap(files::delete)
                .then();
    }
}
