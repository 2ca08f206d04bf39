package org.tremplin.campaign.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
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
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Publication;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.design.Draft;
import org.tremplin.campaign.design.Drafts;
import org.tremplin.campaign.design.PlanJson;
import org.tremplin.campaign.readiness.Gates;
import org.tremplin.campaign.readiness.Launches;
import org.tremplin.campaign.readiness.Preparations;
import org.tremplin.campaign.readiness.Readiness;
import org.tremplin.campaign.readiness.Situation;
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

    private static final long LEAST_GIFT_CENTS = 100;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Drafts drafts;
    private final Campaigns campaigns;
    private final Associations associations;
    private final Readiness readiness;
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
            Readiness readiness,
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
        this.readiness = readiness;
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
                .flatMap(draft -> check(association, draft)
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

    /** What publishing this draft now would mean. */
    Mono<Check> check(AssociationId association, Draft draft) {
        Mono<Optional<Plan>> inForce = campaigns
                .findPublished(draft.campaign().id())
                .map(PublishedCampaign::plan)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return Mono.zip(inForce, associations.find(association))
                .flatMap(read -> check(draft, read.getT1().orElse(null), read.getT2()));
    }

    private Mono<Check> check(Draft draft, @Nullable Plan inForce, Association association) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), association.zone());
        Plan tidy = tidied(draft.plan());
        Plan plan = inForce == null ? openedBy(tidy, today) : tidy;
        return readiness
                .of(association, draft.campaign().id(), plan, inForce, today)
                .map(situation -> check(draft, inForce, situation));
    }

    private static Check check(Draft draft, @Nullable Plan inForce, Situation situation) {
        Plan plan = situation.plan();
        // what is public stays public: gates are asked of the first edition, then only told
        Set<Missing> all = new LinkedHashSet<>(inForce == null ? Gates.missing(situation) : List.of());
        all.addAll(situation.lacks());
        List<Missing> missing = new ArrayList<>(all);
        if (plan.equals(inForce)) {
            missing.add(Missing.NO_CHANGE);
        }
        if (draft.campaign().state() == Campaign.State.CLOSED) {
            missing.add(Missing.CLOSED);
        }
        boolean needsReason = inForce != null && Amendment.changesTerms(inForce, plan);
        boolean promisesChanged = inForce != null && !inForce.promises().equals(plan.promises());
        return new Check(
                situation, missing, needsReason, promisesChanged, over(draft.campaign(), inForce, situation.today()));
    }

    private static boolean over(Campaign campaign, @Nullable Plan inForce, LocalDate today) {
        LocalDate closes = inForce == null ? null : inForce.closesOn();
        return campaign.state() == Campaign.State.CLOSED || closes != null && closes.isBefore(today);
    }

    /** Rows that were added and left empty are not for the public. */
    private static Plan tidied(Plan plan) {
        return plan.budgeted(
                        plan.lines().stream()
                                .filter(line ->
                                        line.collectionCosts() || !line.label().isBlank() || line.plannedCents() > 0)
                                .toList(),
                        plan.resources().stream()
                                .filter(other -> !other.label().isBlank() || other.cents() > 0)
                                .toList(),
                        plan.belowGoal(),
                        plan.aboveGoal())
                .spread(
                        plan.amounts().stream()
                                .filter(preset -> preset.cents() >= LEAST_GIFT_CENTS)
                                .toList(),
                        plan.opensOn(),
                        plan.closesOn(),
                        plan.means().stream()
                                .filter(means -> !means.task().isBlank())
                                .toList())
                .promising(plan.promises().stream()
                        .filter(promise -> !promise.what().isBlank() || promise.on() != null)
                        .toList());
    }

    /** A campaign opens on the day it is public at the earliest. */
    private static Plan openedBy(Plan plan, LocalDate today) {
        LocalDate wished = plan.opensOn();
        return wished == null || wished.isBefore(today) ? plan.openingOn(today) : plan;
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
        return associations.find(association).map(found -> LocalDate.ofInstant(clock.instant(), found.zone()));
    }

    /**
     * @param situation with what would be published
     * @param missing what has to be done first, the reason apart
     * @param needsReason whether the terms donors saw would change
     * @param promisesChanged whether what was promised to be told, or when, would change
     * @param over its last day is past, or somebody ended it before
     */
    record Check(
            Situation situation, List<Missing> missing, boolean needsReason, boolean promisesChanged, boolean over) {

        Plan plan() {
            return situation.plan();
        }

        List<Missing> withReason(String reason) {
            if (!needsReason || !reason.isBlank()) {
                return missing;
            }
            List<Missing> all = new ArrayList<>(missing);
            all.add(Missing.REASON);
            return all;
        }
    }
}
