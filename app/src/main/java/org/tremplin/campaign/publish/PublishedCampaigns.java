package org.tremplin.campaign.publish;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Edition;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.design.CampaignRows;
import org.tremplin.campaign.design.PlanJson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PublishedCampaigns implements Campaigns {

    private static final String PUBLISHED = """
            select %s, edition.number, edition.plan::text as plan, edition.published_at as edition_published_at
            from campaign.campaign c
            join campaign.edition edition on edition.campaign_id = c.id and edition.number = c.edition
            where\s""".formatted(CampaignRows.COLUMNS);

    private final DatabaseClient database;
    private final PlanJson json;
    private final KnownEditions known = new KnownEditions();

    PublishedCampaigns(DatabaseClient database, PlanJson json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<PublishedCampaign> findPublished(String slug) {
        return database.sql(PUBLISHED + "c.slug = :slug")
                .bind("slug", slug)
                .map(this::published)
                .one();
    }

    @Override
    public Mono<PublishedCampaign> findPublished(CampaignId id) {
        return database.sql(PUBLISHED + "c.id = :id")
                .bind("id", id.value())
                .map(this::published)
                .one();
    }

    @Override
    public Mono<PublishedCampaign> findPublished(AssociationId association, CampaignId id) {
        return database.sql(PUBLISHED + "c.id = :id and c.association_id = :association")
                .bind("id", id.value())
                .bind("association", association.value())
                .map(this::published)
                .one();
    }

    @Override
    public Mono<String> dataContact(AssociationId association) {
        return database.sql("""
                select said.contact from campaign.formality said join campaign.campaign c on c.id = said.campaign_id
                where c.association_id = :association and c.state <> 'DRAFT' and said.contact <> ''
                order by c.published_at desc, c.id desc limit 1
                """)
                .bind("association", association.value())
                .map(row -> row.get("contact", String.class))
                .one();
    }

    @Override
    public Flux<PublishedCampaign> publishedBy(AssociationId association) {
        return database.sql(PUBLISHED + "c.association_id = :association order by c.published_at desc, c.id desc")
                .bind("association", association.value())
                .map(this::published)
                .all();
    }

    @Override
    public Flux<PublishedCampaign> findAllPublished(Collection<CampaignId> ids) {
        return database.sql(PUBLISHED + "c.id = any(:ids)")
                .bind("ids", ids.stream().map(CampaignId::value).toArray(UUID[]::new))
                .map(this::published)
                .all();
    }

    @Override
    public Mono<Edition> findEdition(CampaignId id, int number) {
        return Mono.justOrEmpty(known.find(id, number)).switchIfEmpty(Mono.defer(() -> readEdition(id, number)));
    }

    private Mono<Edition> readEdition(CampaignId id, int number) {
        return database.sql("""
                select campaign_id as id, number, plan::text as plan, published_at as edition_published_at
                from campaign.edition where campaign_id = :id and number = :number
                """)
                .bind("id", id.value())
                .bind("number", number)
                .map(this::edition)
                .one();
    }

    @Override
    public Mono<Campaign> find(AssociationId association, CampaignId id) {
        return database.sql("select %s from campaign.campaign c where c.id = :id and c.association_id = :association"
                        .formatted(CampaignRows.COLUMNS))
                .bind("id", id.value())
                .bind("association", association.value())
                .map(CampaignRows::campaign)
                .one();
    }

    @Override
    public Mono<Plan> findDraft(AssociationId association, CampaignId id) {
        return database.sql("""
                select draft.plan::text as plan from campaign.draft draft
                join campaign.campaign c on c.id = draft.campaign_id
                where c.id = :id and c.association_id = :association
                """)
                .bind("id", id.value())
                .bind("association", association.value())
                .map(row -> json.read(row.get("plan", String.class)))
                .one();
    }

    private PublishedCampaign published(Readable row) {
        return new PublishedCampaign(CampaignRows.campaign(row), edition(row));
    }

    private Edition edition(Readable row) {
        CampaignId campaign = new CampaignId(row.get("id", UUID.class));
        int number = row.get("number", Integer.class);
        return known.keep(
                campaign,
                number,
                () -> new Edition(
                        campaign,
                        number,
                        json.read(row.get("plan", String.class)),
                        row.get("edition_published_at", Instant.class)));
    }
}
