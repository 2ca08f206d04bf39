package org.tremplin.campaign.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.association.Role;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.CampaignClosed;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.CampaignPublished;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Formalities;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Publication;
import org.tremplin.campaign.design.Draft;
import org.tremplin.campaign.design.Drafts;
import org.tremplin.campaign.design.PlanJson;
import org.tremplin.campaign.readiness.Launches;
import org.tremplin.campaign.readiness.Preparations;
import org.tremplin.campaign.readiness.StoredFormalities;
import org.tremplin.capacity.Needs;
import org.tremplin.capacity.Preparation;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Mono;

/** Publishes and closes. */
@Component
class Publications implements CampaignDesign {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Drafts drafts;
    private final Campaigns campaigns;
    private final Associations associations;
    private final Checks checks;
    private final StoredFormalities formalities;
    private final Preparations preparations;
    private final Launches launches;
    private final Needs needs;
    private final PlanJson json;
    private final EventLog log;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    Publications(
            DatabaseClient database,
            TransactionalOperator transaction,
            Drafts drafts,
            Campaigns campaigns,
            Associations associations,
            Checks checks,
            StoredFormalities formalities,
            Preparations preparations,
            Launches launches,
            Needs needs,
            PlanJson json,
            EventLog log,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.associations = associations;
        this.checks = checks;
        this.formalities = formalities;
        this.preparations = preparations;
        this.launches = launches;
        this.needs = needs;
        this.json = json;
        this.log = log;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Mono<CampaignId> create(AssociationId association, String slug, Plan plan) {
        return drafts.create(association, slug, plan);
    }

    @Override
    public Mono<Void> revise(AssociationId association, CampaignId campaign, Plan plan) {
        return drafts.find(association, campaign)
                .flatMap(draft ->
                        drafts.save(association, draft, plan, draft.campaign().slug()))
                .then();
    }

    @Override
    public Mono<Void> attest(AssociationId association, CampaignId campaign, Formalities said) {
        return Mono.zip(campaigns.find(association, campaign), today(association))
                .flatMap(found -> formalities.save(campaign, said, found.getT2()));
    }

    @Override
    public Mono<Void> prepare(AssociationId association, CampaignId campaign, Preparation told) {
        return Mono.zip(campaigns.find(association, campaign), today(association))
                .flatMap(found -> preparations.save(campaign, told, found.getT2()));
    }

    @Override
    public Mono<Publication> publish(AssociationId association, CampaignId campaign, Role role, String reason) {
        return lock(association, campaign)
                .then(Mono.defer(() -> drafts.find(association, campaign)))
                .flatMap(draft -> checks.of(association, draft)
                        .flatMap(found -> found.withReason(reason).isEmpty()
                                ? write(draft, found, role, reason)
                                : Mono.just(new Publication.Refused(found.withReason(reason)))))
                .as(transaction::transactional);
    }

    @Override
    public Mono<Boolean> close(AssociationId association, CampaignId campaign) {
        return database.sql("""
                update campaign.campaign set state = 'CLOSED', closed_at = :now
                where id = :id and association_id = :association and state = 'PUBLISHED'
                """)
                .bind("id", campaign.value())
                .bind("association", association.value())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .flatMap(closed -> closed == 0
                        ? Mono.just(false)
                        : log.append(new CampaignClosed(campaign.value(), association.value()))
                                .then(changes.tell(List.of(campaign.value())))
                                .then(audit.note("campaign.closed", association.value(), campaign.value()))
                                .thenReturn(true))
                .as(transaction::transactional);
    }

    private Mono<Publication> write(Draft draft, Check check, Role role, String reason) {
        Campaign campaign = draft.campaign();
        Plan plan = check.plan();
        int edition = campaign.edition() + 1;
        String stored = json.write(plan);
        Instant now = clock.instant();
        Mono<Void> editionRow = database.sql("""
                insert into campaign.edition (campaign_id, number, plan, published_at, reason, role)
                values (:id, :number, :plan::jsonb, :now, :reason, :role)
                """)
                .bind("id", campaign.id().value())
                .bind("number", edition)
                .bind("plan", stored)
                .bind("now", now)
                .bind("reason", reason.strip())
                .bind("role", role.name())
                .then();
        Mono<Void> copies = database.sql("""
                update campaign.campaign c set
                  state = 'PUBLISHED', edition = :number, published_at = coalesce(published_at, :now),
                  title = p.plan ->> 'title', lead = p.plan ->> 'lead', cause = p.plan ->> 'cause',
                  city = p.plan -> 'definition' ->> 'where', department = p.plan -> 'definition' ->> 'department',
                  language = p.plan ->> 'language', cover = (p.plan ->> 'cover')::uuid, cover_alt = p.plan ->> 'coverAlt',
                  -- as promised when it opened: an amendment moves lines, not the goal
                  goal_cents = case when c.edition = 0 then :goal else c.goal_cents end,
                  minimum_cents = case when c.edition = 0 then :minimum else c.minimum_cents end,
                  opens_on = (p.plan ->> 'opensOn')::date, closes_on = (p.plan ->> 'closesOn')::date,
                  search = setweight(to_tsvector('public.fr_plain', p.plan ->> 'title'), 'A')
                    || setweight(to_tsvector('public.fr_plain', concat_ws(' ', p.plan ->> 'lead',
                         p.plan -> 'definition' ->> 'where',
                         p.plan -> 'definition' ->> 'department', p.plan ->> 'cause')), 'B')
                    || setweight(to_tsvector('public.fr_plain', concat_ws(' ', p.plan -> 'definition' ->> 'what',
                         p.plan -> 'definition' ->> 'forWhom', p.plan -> 'definition' ->> 'problem',
                         p.plan ->> 'pitch')), 'C')
                from (select :plan::jsonb as plan) p
                where c.id = :id
                """)
                .bind("id", campaign.id().value())
                .bind("number", edition)
                .bind("plan", stored)
                .bind("now", now)
                .bind("goal", plan.goalCents())
                .bind("minimum", plan.minimumCents())
                .then();
        // a next version, so that no page left open writes over what was tidied; what somebody saved meanwhile stays
        Mono<Void> draftRow = database.sql("""
                update campaign.draft set version = version + 1, plan = :plan::jsonb, saved_at = :now
                where campaign_id = :id and version = :version and plan <> :plan::jsonb
                """)
                .bind("id", campaign.id().value())
                .bind("version", draft.version())
                .bind("plan", stored)
                .bind("now", now)
                .then();
        CampaignPublished fact = new CampaignPublished(
                campaign.id().value(), campaign.association().value(), edition);
        return editionRow
                .then(copies)
                .then(draftRow)
                .then(edition == 1 ? launches.keep(draft, check.situation()) : Mono.empty())
                .then(needs.declare(NeedsOfPlan.of(campaign, plan)))
                .then(log.append(fact))
                .then(changes.tell(List.of(campaign.id().value())))
                .then(noted(check, campaign))
                .thenReturn(new Publication.Published(edition));
    }

    private Mono<Void> noted(Check check, Campaign campaign) {
        UUID association = campaign.association().value();
        UUID id = campaign.id().value();
        Mono<Void> told = check.needsReason()
                ? audit.note("campaign.amended", association, id)
                : audit.note("campaign.published", association, id);
        return check.promisesChanged() ? told.then(audit.note("campaign.promises-changed", association, id)) : told;
    }

    private Mono<Void> lock(AssociationId association, CampaignId campaign) {
        return database.sql(
                        "select id from campaign.campaign where id = :id and association_id = :association for update")
                .bind("id", campaign.value())
                .bind("association", association.value())
                .then();
    }

    private Mono<LocalDate> today(AssociationId association) {
        return associations.find(association).map(found -> found.today(clock));
    }
}
