package org.tremplin.campaign.follow;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Update;
import org.tremplin.platform.file.Photos;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads every update, found only by association, campaign and update together. */
@Component
class Updates {

    static final String COLUMNS = """
            n.id, n.campaign_id, n.promise_id, n.title, n.body, n.video, n.state, n.publish_at, n.published_at, n.revision,
            n.corrected_at, n.correction, n.withdrawn_at, n.withdrawal
            """;

    /** Of one campaign in the workspace. */
    private static final int MOST = 200;

    private final DatabaseClient database;
    private final Photos photos;
    private final Clock clock;

    Updates(DatabaseClient database, Photos photos, Clock clock) {
        this.database = database;
        this.photos = photos;
        this.clock = clock;
    }

    /** What was begun last first, drafts before what is public. */
    Mono<List<Update>> of(AssociationId association, CampaignId campaign) {
        return database.sql("select " + COLUMNS + """
                from campaign.news n join campaign.campaign c on c.id = n.campaign_id
                where c.id = :campaign and c.association_id = :association
                order by n.published_at is not null, coalesce(n.published_at, n.created_at) desc, n.id desc limit :most
                """)
                .bind("campaign", campaign.value())
                .bind("association", association.value())
                .bind("most", MOST)
                .map(Updates::update)
                .all()
                .collectList();
    }

    Mono<Update> find(AssociationId association, CampaignId campaign, UUID id) {
        return database.sql("select " + COLUMNS + """
                from campaign.news n join campaign.campaign c on c.id = n.campaign_id
                where n.id = :id and c.id = :campaign and c.association_id = :association
                """)
                .bind("id", id)
                .bind("campaign", campaign.value())
                .bind("association", association.value())
                .map(Updates::update)
                .one()
                .flatMap(found -> photos.of(id).map(found::with));
    }

    /** Public ones and withdrawn ones, the newest first; what was withdrawn keeps its reason only. */
    Mono<List<Update>> published(CampaignId campaign, @Nullable UUID before, int most) {
        String after = before == null
                ? ""
                : " and (n.published_at, n.id) < (select published_at, id from campaign.news where id = :before)";
        var select = database.sql(
                        "select " + COLUMNS + """
                from campaign.news n where n.campaign_id = :campaign and n.published_at is not null
                """ + after + " order by n.published_at desc, n.id desc limit :most")
                .bind("campaign", campaign.value())
                .bind("most", most);
        return (before == null ? select : select.bind("before", before))
                .map(Updates::update)
                .all()
                .map(one -> one.state() == Update.State.WITHDRAWN ? emptied(one) : one)
                .collectList()
                .flatMap(found -> photos.of(found.stream()
                                .filter(one -> one.state() == Update.State.PUBLISHED)
                                .map(Update::id)
                                .toList())
                        .map(seen -> found.stream()
                                .map(one -> one.with(List.copyOf(seen.getOrDefault(one.id(), List.of()))))
                                .toList()));
    }

    private static Update emptied(Update one) {
        return new Update(
                one.id(),
                one.campaign(),
                one.promise(),
                "",
                "",
                "",
                one.state(),
                null,
                one.publishedAt(),
                one.revision(),
                null,
                "",
                one.withdrawnAt(),
                one.withdrawal(),
                List.of());
    }

    /** Updates whose hour has come, with their associations. */
    Flux<Due> due(int most) {
        return database.sql("select " + COLUMNS + """
                , c.association_id from campaign.news n join campaign.campaign c on c.id = n.campaign_id
                where n.state = 'SCHEDULED' and n.publish_at <= :now order by n.publish_at limit :most
                """)
                .bind("now", clock.instant())
                .bind("most", most)
                .map(row -> new Due(update(row), new AssociationId(row.get("association_id", UUID.class))))
                .all();
    }

    /** Promises that a draft on the calendar will keep. */
    Mono<Collection<UUID>> scheduledPromises(Collection<UUID> promises) {
        return database.sql("""
                select promise_id from campaign.news where state = 'SCHEDULED' and promise_id = any(:promises)
                """)
                .bind("promises", promises.toArray(UUID[]::new))
                .map(row -> row.get("promise_id", UUID.class))
                .all()
                .collectList()
                .map(found -> found);
    }

    /** What has this fingerprint, of any update that is public. @param fingerprint SHA-256, hexadecimal */
    Mono<String> said(String fingerprint) {
        return database.sql(
                        "select said from campaign.news_wording where fingerprint = decode(:fingerprint, 'hex') limit 1")
                .bind("fingerprint", fingerprint)
                .map(row -> row.get("said", String.class))
                .one();
    }

    static Update update(Readable row) {
        return new Update(
                row.get("id", UUID.class),
                new CampaignId(row.get("campaign_id", UUID.class)),
                row.get("promise_id", UUID.class),
                row.get("title", String.class),
                row.get("body", String.class),
                row.get("video", String.class),
                Update.State.valueOf(Objects.requireNonNull(row.get("state", String.class))),
                row.get("publish_at", Instant.class),
                row.get("published_at", Instant.class),
                row.get("revision", Integer.class),
                row.get("corrected_at", Instant.class),
                row.get("correction", String.class),
                row.get("withdrawn_at", Instant.class),
                row.get("withdrawal", String.class),
                List.of());
    }

    record Due(Update update, AssociationId association) {}
}
