package org.tremplin.transparency.use;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.transparency.CampaignUse;
import reactor.core.publisher.Mono;

/** Adds what became of money from elsewhere; the last fact by its day is where it stands. */
@Component
class ResourceFacts {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Changes changes;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ResourceFacts(
            DatabaseClient database,
            TransactionalOperator transaction,
            Changes changes,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.changes = changes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<Void> tell(
            UUID association,
            UUID campaign,
            UUID resource,
            CampaignUse.ResourceState state,
            long cents,
            LocalDate day,
            UUID author) {
        return database.sql("""
                insert into transparency.resource_fact
                  (id, association_id, campaign, resource, state, cents, day, author, noted_at)
                values (:id, :association, :campaign, :resource, :state, :cents, :day, :author, :now)
                """)
                .bind("id", ids.next())
                .bind("association", association)
                .bind("campaign", campaign)
                .bind("resource", resource)
                .bind("state", state.name())
                .bind("cents", cents)
                .bind("day", day)
                .bind("author", author)
                .bind("now", clock.instant())
                .then()
                .then(changes.tell(List.of(campaign)))
                .then(audit.note("resource.told", association, resource))
                .as(transaction::transactional);
    }
}
