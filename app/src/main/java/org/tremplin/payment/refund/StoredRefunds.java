package org.tremplin.payment.refund;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.payment.Refund;
import org.tremplin.payment.RefundState;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Provider.ToldRefund;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of refunds; who changes them holds the lock of their payment. */
@Component
class StoredRefunds {

    private static final String SELECT = """
            select id, payment_id, state, cents, currency, idempotency_key, provider_id, called_at, taken_at,
              fee_back_cents, returned_at, refused_at, failure
            from payment.refund""";

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

    /** One that was made in the provider's dashboard; it stays to be told what became of it. */
    Mono<StoredRefund> insert(Payment payment, ToldRefund told) {
        UUID id = ids.next();
        return database.sql("""
                insert into payment.refund
                  (id, payment_id, state, cents, currency, provider_id, created_at, changed_at)
                values (:id, :payment, 'REQUESTED', :cents, :currency, :provider, :now, :now)
                """)
                .bind("id", id)
                .bind("payment", payment.id())
                .bind("cents", told.money().cents())
                .bind("currency", told.money().currency())
                .bind("provider", told.id())
                .bind("now", clock.instant())
                .then()
                .then(find(id));
    }

    Mono<StoredRefund> find(UUID id) {
        return database.sql(SELECT + " where id = :id")
                .bind("id", id)
                .map(StoredRefunds::refund)
                .one();
    }

    /** The row of what the provider tells, also when it was asked for here and its answer was never heard. */
    Mono<StoredRefund> told(ToldRefund told, UUID payment) {
        return database.sql(SELECT + """
                 where provider_id = :provider
                  or id = :ours and payment_id = :payment and provider_id is null and state = 'REQUESTED'
                order by provider_id nulls last limit 1
                """)
                .bind("provider", told.id())
                .bind("ours", Parameter.fromOrEmpty(told.ours(), UUID.class))
                .bind("payment", payment)
                .map(StoredRefunds::refund)
                .one();
    }

    /** The provider is about to be asked: from now on it may know of this refund. */
    Mono<Void> called(UUID id) {
        return database.sql("update payment.refund set called_at = coalesce(called_at, :now) where id = :id")
                .bind("id", id)
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> update(StoredRefund refund) {
        return database.sql("""
                update payment.refund set state = :state, provider_id = :provider, taken_at = :taken,
                  fee_back_cents = :feeBack, returned_at = :returned, refused_at = :refused, failure = :failure,
                  changed_at = :now
                where id = :id
                """)
                .bind("id", refund.id())
                .bind("state", refund.state().name())
                .bind("provider", Parameter.fromOrEmpty(refund.providerId(), String.class))
                .bind("taken", Parameter.fromOrEmpty(refund.takenAt(), Instant.class))
                .bind("feeBack", refund.feeBackCents())
                .bind("returned", Parameter.fromOrEmpty(refund.returnedAt(), Instant.class))
                .bind("refused", Parameter.fromOrEmpty(refund.refusedAt(), Instant.class))
                .bind("failure", Parameter.fromOrEmpty(refund.failure(), String.class))
                .bind("now", clock.instant())
                .then();
    }

    /** What waits for the provider since before that instant, oldest first; also what failed and is not back yet. */
    Flux<StoredRefund> waitingSince(Instant before, int most) {
        return database.sql(SELECT + """
                 where (state in ('REQUESTED', 'PENDING')
                    or state = 'SUCCEEDED' and taken_at is null
                    or state in ('FAILED', 'CANCELLED') and taken_at is not null and returned_at is null)
                  and changed_at < :before
                order by created_at limit :most
                """)
                .bind("before", before)
                .bind("most", most)
                .map(StoredRefunds::refund)
                .all();
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
                          then greatest(dispute.withdrawn_cents - dispute.reinstated_cents
                            + dispute.again_withdrawn_cents, 0)
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

    private static StoredRefund refund(Readable row) {
        return new StoredRefund(
                row.get("id", UUID.class),
                row.get("payment_id", UUID.class),
                RefundState.valueOf(row.get("state", String.class)),
                row.get("cents", Long.class),
                row.get("currency", String.class),
                row.get("idempotency_key", String.class),
                row.get("provider_id", String.class),
                row.get("called_at", Instant.class),
                row.get("taken_at", Instant.class),
                row.get("fee_back_cents", Long.class),
                row.get("returned_at", Instant.class),
                row.get("refused_at", Instant.class),
                row.get("failure", String.class));
    }
}
