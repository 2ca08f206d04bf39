package org.tremplin.patron.evaluation;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an organisation notes of a campaign. No page of an association, and no file of one, ever reads this. */
@Component
class Notes {

    static final int LONGEST = 4_000;
    private static final int MOST = 200;

    private final DatabaseClient database;
    private final Clock clock;

    Notes(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The note as it stands; version 0 and no words before the first. */
    Mono<Note> of(UUID company, CampaignId campaign) {
        return database.sql("""
                select campaign_id, body, version, written_at from patron.note
                where company_id = :company and campaign_id = :campaign
                """)
                .bind("company", company)
                .bind("campaign", campaign.value())
                .map(Notes::note)
                .one()
                .defaultIfEmpty(new Note(campaign, "", 0, Instant.EPOCH));
    }

    /** The latest first. */
    Flux<Note> of(UUID company) {
        return database.sql("""
                select campaign_id, body, version, written_at from patron.note
                where company_id = :company and body <> '' order by written_at desc, campaign_id limit :most
                """)
                .bind("company", company)
                .bind("most", MOST)
                .map(Notes::note)
                .all();
    }

    /** False when somebody else wrote since this version was read: nothing is overwritten unseen. */
    Mono<Boolean> write(UUID company, CampaignId campaign, String body, int version) {
        return database.sql("""
                insert into patron.note (company_id, campaign_id, body, version, written_at)
                select :company, :campaign, :body, 1, :now where :version = 0
                on conflict (company_id, campaign_id) do nothing
                """)
                .bind("company", company)
                .bind("campaign", campaign.value())
                .bind("body", body)
                .bind("version", version)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(database.sql("""
                                update patron.note set body = :body, version = version + 1, written_at = :now
                                where company_id = :company and campaign_id = :campaign and version = :version
                                """)
                        .bind("company", company)
                        .bind("campaign", campaign.value())
                        .bind("body", body)
                        .bind("version", version)
                        .bind("now", clock.instant())
                        .fetch()
                        .rowsUpdated())
                .map(rows -> rows == 1);
    }

    private static Note note(Readable row) {
        return new Note(
                new CampaignId(row.get("campaign_id", UUID.class)),
                row.get("body", String.class),
                row.get("version", Integer.class),
                row.get("written_at", Instant.class));
    }

    /** @param version of the text, 0 before the first */
    record Note(CampaignId campaign, String body, int version, Instant at) {}
}
