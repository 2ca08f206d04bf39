package org.tremplin.transparency.use;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Role;
import org.tremplin.money.Money;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.journal.Commitment;
import org.tremplin.transparency.journal.Journals;
import org.tremplin.transparency.journal.LeafKind;
import org.tremplin.transparency.journal.NewLeaf;
import org.tremplin.transparency.journal.Source;
import reactor.core.publisher.Mono;

/**
 * Adds what became of money from elsewhere; the last fact by its day is where it stands. One person declares it, and no
 * book holds it: so the journal tells each, with its day and the role of who said so.
 */
@Component
class ResourceFacts {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Journals journals;
    private final Changes changes;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ResourceFacts(
            DatabaseClient database,
            TransactionalOperator transaction,
            Journals journals,
            Changes changes,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.journals = journals;
        this.changes = changes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<Void> tell(
            UUID association,
            UUID campaign,
            CampaignUse.Resource resource,
            CampaignUse.ResourceState state,
            long cents,
            LocalDate day,
            UUID author,
            Role role) {
        UUID id = ids.next();
        return database.sql("""
                insert into transparency.resource_fact
                  (id, association_id, campaign, resource, state, cents, day, author, noted_at)
                values (:id, :association, :campaign, :resource, :state, :cents, :day, :author, :now)
                """)
                .bind("id", id)
                .bind("association", association)
                .bind("campaign", campaign)
                .bind("resource", resource.id())
                .bind("state", state.name())
                .bind("cents", cents)
                .bind("day", day)
                .bind("author", author)
                .bind("now", clock.instant())
                .then()
                .then(journals.append(List.of(leaf(id, campaign, resource.label(), state, cents, day, role))))
                .then(changes.tell(List.of(campaign)))
                .then(audit.note("resource.told", association, resource.id()))
                .as(transaction::transactional);
    }

    private static NewLeaf leaf(
            UUID fact,
            UUID campaign,
            String label,
            CampaignUse.ResourceState state,
            long cents,
            LocalDate day,
            Role role) {
        return NewLeaf.of(campaign, new Source("resource", fact, "told"), LeafKind.RESOURCE, day)
                .amount(Money.euros(cents))
                .commitments(List.of(
                        Commitment.to("label", label),
                        Commitment.to("state", state.name()),
                        Commitment.to("role", role.name())));
    }
}
