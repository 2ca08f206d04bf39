package org.tremplin.campaign.design;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.web.Slug;
import reactor.core.publisher.Mono;

/** Every draft, found only by association and campaign together. */
@Component
public class Drafts {

    /** Versions kept for undo. */
    private static final int KEPT = 50;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final PlanJson json;
    private final UnusedCovers covers;
    private final Ids ids;
    private final Clock clock;

    Drafts(
            DatabaseClient database,
            TransactionalOperator transaction,
            PlanJson json,
            UnusedCovers covers,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
        this.covers = covers;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new draft at the first free address that looks like its title. */
    public Mono<CampaignId> create(AssociationId association, Plan plan, String template) {
        return free(Slug.of(plan.title(), "projet"), 1).flatMap(slug -> create(association, slug, plan, template));
    }

    /** An error when the slug is taken or none at all. */
    public Mono<CampaignId> create(AssociationId association, String slug, Plan plan) {
        return create(association, slug, plan, "");
    }

    private Mono<CampaignId> create(AssociationId association, String slug, Plan plan, String template) {
        if (!Slug.valid(slug)) {
            return Mono.error(new IllegalArgumentException("No slug: " + slug));
        }
        CampaignId id = new CampaignId(ids.next());
        Instant now = clock.instant();
        Mono<Void> campaign = database.sql("""
                insert into campaign.campaign (id, association_id, slug, title, template, created_at)
                values (:id, :association, :slug, :title, :template, :now)
                """)
                .bind("id", id.value())
                .bind("association", association.value())
                .bind("slug", slug)
                .bind("title", plan.title())
                .bind("template", template)
                .bind("now", now)
                .then();
        Mono<Void> draft = database.sql("""
                insert into campaign.draft (campaign_id, version, plan, saved_at) values (:id, 1, :plan::jsonb, :now)
                """)
                .bind("id", id.value())
                .bind("plan", json.write(plan))
                .bind("now", now)
                .then();
        return campaign.then(draft).thenReturn(id).as(transaction::transactional);
    }

    public Mono<Draft> find(AssociationId association, CampaignId id) {
        return database.sql("""
                select %s, c.template, draft.plan::text as plan, draft.version, draft.saved_at,
                       exists (select 1 from campaign.draft_before before where before.campaign_id = c.id) as undoable
                from campaign.campaign c join campaign.draft draft on draft.campaign_id = c.id
                where c.id = :id and c.association_id = :association
                """.formatted(CampaignRows.COLUMNS))
                .bind("id", id.value())
                .bind("association", association.value())
                .map(row -> new Draft(
                        CampaignRows.campaign(row),
                        json.read(row.get("plan", String.class)),
                        row.get("version", Integer.class),
                        row.get("saved_at", Instant.class),
                        row.get("undoable", Boolean.class),
                        row.get("template", String.class)))
                .one();
    }

    /**
     * Writes the next version, unless the draft is no longer at the one the change was made for.
     *
     * @param slug the wished address; the present one of a published campaign
     */
    public Mono<Saving> save(AssociationId association, Draft draft, Plan plan, String slug) {
        CampaignId id = draft.campaign().id();
        Instant now = clock.instant();
        return keep(association, id, draft.version())
                .filter(kept -> kept == 1)
                .flatMap(kept -> replace(id, plan, now))
                .flatMap(version -> name(id, plan, slug).then(forget(id)).thenReturn(version))
                .<Saving>map(version -> new Saving.Saved(version, now))
                .defaultIfEmpty(new Saving.Outdated())
                .as(transaction::transactional)
                .onErrorResume(DuplicateKeyException.class, taken -> Mono.just(new Saving.SlugTaken()));
    }

    /** Goes back to the version before; false when there is none. */
    public Mono<Boolean> undo(AssociationId association, CampaignId id) {
        return database.sql("""
                with lost as (
                  delete from campaign.draft_before before using campaign.campaign c
                  where before.campaign_id = :id and c.id = :id and c.association_id = :association
                    and before.version = (select max(version) from campaign.draft_before where campaign_id = :id)
                  returning before.plan),
                named as (
                  update campaign.campaign set title = lost.plan ->> 'title' from lost
                  where id = :id and state = 'DRAFT'),
                undone as (select plan ->> 'cover' as cover from campaign.draft where campaign_id = :id)
                update campaign.draft set version = version + 1, plan = lost.plan, saved_at = :now from lost
                where campaign_id = :id returning (select cover::uuid from undone) as cover
                """)
                .bind("id", id.value())
                .bind("association", association.value())
                .bind("now", clock.instant())
                .map(row -> Optional.ofNullable(row.get("cover", UUID.class)))
                .one()
                .flatMap(undone -> covers.delete(id, undone.stream().toList()).thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** Deletes a draft that was never public, with its pictures; false when it is public or somebody else's. */
    public Mono<Boolean> discard(AssociationId association, CampaignId id) {
        return lockUnpublished(association, id)
                .flatMap(locked -> pictures(id))
                .flatMap(pictures -> database.sql("delete from campaign.campaign where id = :id")
                        .bind("id", id.value())
                        .then()
                        .then(covers.delete(id, pictures))
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** Nobody publishes it meanwhile. */
    private Mono<UUID> lockUnpublished(AssociationId association, CampaignId id) {
        return database.sql("""
                select id from campaign.campaign
                where id = :id and association_id = :association and state = 'DRAFT' for update
                """)
                .bind("id", id.value())
                .bind("association", association.value())
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    private Mono<List<UUID>> pictures(CampaignId id) {
        return database.sql("""
                select distinct (plan ->> 'cover')::uuid as cover from (
                  select plan from campaign.draft where campaign_id = :id
                  union all select plan from campaign.draft_before where campaign_id = :id) known
                where plan ->> 'cover' is not null
                """)
                .bind("id", id.value())
                .map(row -> row.get("cover", UUID.class))
                .all()
                .collectList();
    }

    /** Locks the draft and keeps what it was; zero when another version is in place or it is somebody else's. */
    private Mono<Long> keep(AssociationId association, CampaignId id, int version) {
        return database.sql("""
                insert into campaign.draft_before (campaign_id, version, plan, saved_at)
                select draft.campaign_id, draft.version, draft.plan, draft.saved_at
                from campaign.draft draft join campaign.campaign c on c.id = draft.campaign_id
                where draft.campaign_id = :id and c.association_id = :association and draft.version = :version
                for update of draft
                """)
                .bind("id", id.value())
                .bind("association", association.value())
                .bind("version", version)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Integer> replace(CampaignId id, Plan plan, Instant now) {
        return database.sql("""
                update campaign.draft set version = version + 1, plan = :plan::jsonb, saved_at = :now
                where campaign_id = :id returning version
                """)
                .bind("id", id.value())
                .bind("plan", json.write(plan))
                .bind("now", now)
                .map(row -> row.get("version", Integer.class))
                .one();
    }

    /** While nothing is public the list of campaigns and the address follow the draft. */
    private Mono<Void> name(CampaignId id, Plan plan, String slug) {
        return database.sql(
                        "update campaign.campaign set title = :title, slug = :slug where id = :id and state = 'DRAFT'")
                .bind("id", id.value())
                .bind("title", plan.title())
                .bind("slug", slug)
                .then();
    }

    private Mono<Void> forget(CampaignId id) {
        return database.sql("""
                delete from campaign.draft_before where campaign_id = :id and version <=
                  (select version from campaign.draft_before where campaign_id = :id order by version desc offset :kept limit 1)
                returning (plan ->> 'cover')::uuid as cover
                """)
                .bind("id", id.value())
                .bind("kept", KEPT)
                .map(row -> Optional.ofNullable(row.get("cover", UUID.class)))
                .all()
                .collectList()
                .flatMap(forgotten -> covers.delete(
                        id,
                        forgotten.stream().flatMap(Optional::stream).distinct().toList()));
    }

    private Mono<String> free(String slug, int number) {
        String wished = Slug.numbered(slug, number);
        return database.sql("select 1 from campaign.campaign where slug = :slug")
                .bind("slug", wished)
                .fetch()
                .first()
                .hasElement()
                .flatMap(taken -> taken ? free(slug, number + 1) : Mono.just(wished));
    }
}
