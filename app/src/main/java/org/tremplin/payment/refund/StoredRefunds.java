package org.tremplin.payment.refund;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.payment.Refund;
import org.tremplin.payment.RefundState;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of refunds; who changes them holds the lock of their payment. */
@Component
class StoredRefunds {

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    StoredRefunds(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Made once, with its key: whoever asks the provider again asks for the same refund. */
    Mono<UUID> insert(Payment payment, UUID operation, long cents) {
        UUID id = ids.next();
        return database.sql("""
                insert into payment.refund
                  (id, payment_id, state, cents, currency, operation, idempotency_key, created_at, changed_at)
                values (:id, :payment, 'REQUESTED', :cents, :currency, :operation, :key, :now, :now)
                """)
                .bind("id", id)
                .bind("payment", payment.id())
                .bind("cents", cents)
                .bind("currency", payment.currency())
                .bind("operation", operation)
                .bind("key", "refund-" + operation)
                .bind("now", clock.instant())
                .then()
                .thenReturn(id);
    }

    Mono<UUID> ofOperation(UUID operation) {
        return database.sql("select id from payment.refund where operation = :operation")
                .bind("operation", operation)
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    /** Cents of a payment that neither went nor are going back and that no dispute holds or took. */
    Mono<Long> left(UUID payment) {
        return database.sql("""
                select greatest(payment.cents
                  - coalesce((select sum(refund.cents) from payment.refund refund
                      where refund.payment_id = payment.id
                        and (refund.state not in ('FAILED', 'CANCELLED')
                          or refund.taken_at is not null and refund.returned_at is null)), 0)
                  - coalesce((select sum(case
                        when dispute.withdrawn_at is not null
                          then greatest(dispute.withdrawn_cents - dispute.reinstated_cents, 0)
                        when dispute.state = 'OPEN' then dispute.cents
                        else 0 end) from payment.dispute dispute
                      where dispute.payment_id = payment.id), 0), 0)::bigint as spare
                from payment.payment payment where payment.id = :payment
                """)
                .bind("payment", payment)
                .map(row -> row.get("spare", Long.class))
                .one();
    }

    Flux<Refund> of(Collection<UUID> payments) {
        return database.sql("""
                select id, payment_id, state, cents, currency, created_at,
                  taken_at is not null and returned_at is null as taken, operation is null as at_provider
                from payment.refund where payment_id = any(:payments) order by id
                """)
                .bind("payments", payments.toArray(UUID[]::new))
                .map(row -> new Refund(
                        row.get("id", UUID.class),
                        row.get("payment_id", UUID.class),
                        RefundState.valueOf(row.get("state", String.class)),
                        row.get("cents", Long.class),
                        row.get("currency", String.class),
                        row.get("created_at", Instant.class),
                        Boolean.TRUE.equals(row.get("taken", Boolean.class)),
                        Boolean.TRUE.equals(row.get("at_provider", Boolean.class))))
                .all();
    }
}
