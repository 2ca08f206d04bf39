package org.tremplin.association.payee;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.association.Payee;
import org.tremplin.association.Payees;
import org.tremplin.payment.Checkout;
import org.tremplin.platform.audit.Audit;
import reactor.core.publisher.Mono;

/** What associations declared, and what the provider of this instance says of itself. */
@Component
public class StoredPayees implements Payees {

    private final DatabaseClient database;
    private final Checkout checkout;
    private final Associations associations;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    StoredPayees(
            DatabaseClient database,
            Checkout checkout,
            Associations associations,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.checkout = checkout;
        this.associations = associations;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Mono<Payee> of(AssociationId association) {
        return database.sql("""
                select iban, bic, holder, cheque_order, cheque_address from association.payee where association_id = :id
                """)
                .bind("id", association.value())
                .map(row -> payee(transfer(row), cheque(row)))
                .one()
                .switchIfEmpty(Mono.fromSupplier(() -> payee(null, null)));
    }

    /** The only association there is: of several, nothing says which. */
    @Override
    public Mono<Association> holder(String account) {
        return account.isEmpty() ? associations.only() : Mono.empty();
    }

    /** What it takes from now on. */
    public Mono<Void> declare(
            AssociationId association, Payee.@Nullable Transfer transfer, Payee.@Nullable Cheque cheque, UUID by) {
        return database.sql("""
                insert into association.payee
                  (association_id, iban, bic, holder, cheque_order, cheque_address, changed_by, changed_at)
                values (:id, :iban, :bic, :holder, :order, :address, :by, :now)
                on conflict (association_id) do update set iban = excluded.iban, bic = excluded.bic,
                  holder = excluded.holder, cheque_order = excluded.cheque_order,
                  cheque_address = excluded.cheque_address, changed_by = excluded.changed_by,
                  changed_at = excluded.changed_at
                """)
                .bind("id", association.value())
                .bind("iban", text(transfer == null ? null : transfer.iban()))
                .bind("bic", text(transfer == null ? null : transfer.bic()))
                .bind("holder", text(transfer == null ? null : transfer.holder()))
                .bind("order", text(cheque == null ? null : cheque.order()))
                .bind("address", text(cheque == null ? null : cheque.address()))
                .bind("by", by)
                .bind("now", clock.instant())
                .then()
                .then(audit.note("association.payee-changed", by, association.value(), association.value()))
                .as(transaction::transactional);
    }

    private Payee payee(Payee.@Nullable Transfer transfer, Payee.@Nullable Cheque cheque) {
        return new Payee(checkout.available(), checkout.debits(), transfer, cheque);
    }

    private static Payee.@Nullable Transfer transfer(Readable row) {
        String iban = row.get("iban", String.class);
        String holder = row.get("holder", String.class);
        return iban == null || holder == null ? null : new Payee.Transfer(holder, iban, row.get("bic", String.class));
    }

    private static Payee.@Nullable Cheque cheque(Readable row) {
        String order = row.get("cheque_order", String.class);
        String address = row.get("cheque_address", String.class);
        return order == null || address == null ? null : new Payee.Cheque(order, address);
    }

    private static Parameter text(@Nullable String value) {
        return Parameter.fromOrEmpty(value, String.class);
    }
}
