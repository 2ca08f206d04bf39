package org.tremplin.campaign.readiness;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Waiver;
import org.tremplin.campaign.Waivers;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Mono;

/** Conditions passed over: each with its reason, and never deleted. */
@Component
class StoredWaivers implements Waivers {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    StoredWaivers(
            DatabaseClient database,
            TransactionalOperator transaction,
            Audit audit,
            Changes changes,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<List<Waiver>> of(CampaignId campaign) {
        return database.sql("""
                select gate, reason, role, waived_at from campaign.gate_waiver
                where campaign_id = :campaign and ended_at is null order by gate
                """)
                .bind("campaign", campaign.value())
                .map(row -> new Waiver(
                        Objects.requireNonNull(row.get("gate", String.class)),
                        Objects.requireNonNull(row.get("reason", String.class)),
                        Role.valueOf(row.get("role", String.class)),
                        Objects.requireNonNull(row.get("waived_at", Instant.class))))
                .all()
                .collectList();
    }

    /** The caller found the campaign under its association; the gate is one that may be passed over. A second changes nothing. */
    Mono<Void> waive(AssociationId association, CampaignId campaign, Gate gate, String reason, Role by) {
        return database.sql("""
                insert into campaign.gate_waiver (id, campaign_id, gate, reason, role, waived_at)
                values (:id, :campaign, :gate, :reason, :role, :now)
                on conflict (campaign_id, gate) where ended_at is null do nothing
                """)
                .bind("id", ids.next())
                .bind("campaign", campaign.value())
                .bind("gate", gate.key())
                .bind("reason", reason)
                .bind("role", by.name())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> noted(rows, "campaign.gate-waived", association, campaign))
                .as(transaction::transactional);
    }

    /** From now on the condition is asked again. */
    Mono<Void> end(AssociationId association, CampaignId campaign, Gate gate) {
        return database.sql("""
                update campaign.gate_waiver set ended_at = :now
                where campaign_id = :campaign and gate = :gate and ended_at is null
                """)
                .bind("campaign", campaign.value())
                .bind("gate", gate.key())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> noted(rows, "campaign.gate-waiver-ended", association, campaign))
                .as(transaction::transactional);
    }

    private Mono<Void> noted(long rows, String act, AssociationId association, CampaignId campaign) {
        return rows == 0
                ? Mono.empty()
                : changes.tell(List.of(campaign.value())).then(audit.note(act, association.value(), campaign.value()));
    }
}
