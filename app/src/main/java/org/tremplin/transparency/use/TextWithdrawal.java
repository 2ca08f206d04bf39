package org.tremplin.transparency.use;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.Changes;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.journal.Commitment;
import org.tremplin.transparency.journal.Journals;
import org.tremplin.transparency.journal.LeafKind;
import org.tremplin.transparency.journal.NewLeaf;
import org.tremplin.transparency.journal.Source;
import reactor.core.publisher.Mono;

/**
 * Takes a text of an expense away from the public, with those of the versions it replaced: the leaves stay and tell the
 * text no more, another one says why.
 */
@Component
class TextWithdrawal {

    private final DatabaseClient database;
    private final Journals journals;
    private final Changes changes;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TextWithdrawal(
            DatabaseClient database,
            Journals journals,
            Changes changes,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.journals = journals;
        this.changes = changes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param expense that is public; @param supplier and @param text which of its texts */
    Mono<Void> withdraw(Association association, Expense expense, boolean supplier, boolean text, String reason) {
        List<String> names = new ArrayList<>();
        if (supplier) {
            names.add("supplier");
        }
        if (text) {
            names.addAll(List.of("purpose", "reason"));
        }
        return versions(expense)
                .flatMap(versions -> hide(versions, supplier, text, reason)
                        .then(journals.withhold(expense.campaigns(), ExpensePostings.SOURCE, versions, names)))
                .then(journals.append(leaves(association, expense, String.join("-", names), reason)))
                .then(changes.tell(expense.campaigns()))
                .then(audit.note("expense.text-withdrawn", association.id().value(), expense.id()))
                .as(transaction::transactional);
    }

    /** What was said of the same purchase before it was corrected tells as much. */
    private Mono<List<UUID>> versions(Expense expense) {
        return database.sql("""
                with recursive version as (
                  select id, replaces from transparency.expense where id = :id and association_id = :association
                  union select earlier.id, earlier.replaces
                  from transparency.expense earlier join version on earlier.id = version.replaces)
                select id from version
                """)
                .bind("id", expense.id())
                .bind("association", expense.association())
                .map(row -> row.get("id", UUID.class))
                .all()
                .collectList();
    }

    private Mono<Void> hide(List<UUID> versions, boolean supplier, boolean text, String reason) {
        return database.sql("""
                update transparency.expense set withdrawal = :reason,
                  supplier_shown = supplier_shown and not :supplier,
                  purpose_withdrawn = purpose_withdrawn or :text
                where id = any(:ids)
                """)
                .bind("ids", versions.toArray(UUID[]::new))
                .bind("reason", reason)
                .bind("supplier", supplier)
                .bind("text", text)
                .then();
    }

    /** A quote has none: no journal tells of it. */
    private List<NewLeaf> leaves(Association association, Expense expense, String what, String reason) {
        if (expense.kind() == Expense.Kind.COMMITMENT) {
            return List.of();
        }
        LocalDate today = association.today(clock);
        return expense.campaigns().stream()
                .map(campaign -> NewLeaf.of(
                                campaign,
                                new Source(ExpensePostings.SOURCE + "-text", expense.id(), "withdrawn-" + what),
                                LeafKind.AMENDMENT,
                                today)
                        .refs(List.of(Source.expense(expense.id())))
                        .commitments(List.of(Commitment.to("reason", reason))))
                .toList();
    }
}
