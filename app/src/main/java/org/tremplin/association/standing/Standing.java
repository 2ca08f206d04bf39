package org.tremplin.association.standing;

import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.platform.audit.Audit;
import reactor.core.publisher.Mono;

/** Keeps the declaration of eligibility; the association alone answers for it (rules.md 1.1). */
@Component
public class Standing {

    private final DatabaseClient database;
    private final Associations associations;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Standing(
            DatabaseClient database,
            Associations associations,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.associations = associations;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Declares the right to issue tax receipts, on the day it is in the association's zone. */
    public Mono<Void> declare(AssociationId id, String basis, UUID declarer) {
        return associations
                .find(id)
                .flatMap(association -> database.sql("""
                update association.association
                set receipts_basis = :basis, receipts_on = :today, receipts_by = :declarer
                where id = :id
                """)
                        .bind("basis", basis)
                        .bind("today", association.today(clock))
                        .bind("declarer", declarer)
                        .bind("id", id.value())
                        .then())
                .then(audit.note("association.receipts-declared", declarer, id.value(), id.value()))
                .as(transaction::transactional);
    }

    /** From now on no page speaks of tax. */
    Mono<Void> takeBack(AssociationId id) {
        return database.sql("""
                update association.association
                set receipts_basis = null, receipts_on = null, receipts_by = null
                where id = :id
                """)
                .bind("id", id.value())
                .then()
                .then(audit.note("association.receipts-taken-back", id.value(), id.value()))
                .as(transaction::transactional);
    }
}
