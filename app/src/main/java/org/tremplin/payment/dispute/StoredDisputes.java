package org.tremplin.payment.dispute;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.payment.DisputeMoved;
import org.tremplin.payment.DisputeState;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Provider.ToldDispute;
import org.tremplin.payment.dispute.StoredDispute.Again;
import org.tremplin.payment.dispute.StoredDispute.Part;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of disputes; who changes them holds the lock of their payment. */
@Component
class StoredDisputes {

    private static final String SELECT = """
            select id, payment_id, state, cents, currency, reason, withdrawn_cents, fee_cents, withdrawn_at,
              reinstated_cents, fee_back_cents, reinstated_at, lost_cents, lost_at, again_withdrawn_cents,
              gone_cents, loss_id, movements, heard
            from payment.dispute""";

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    StoredDisputes(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<StoredDispute> ofProvider(String id) {
        return database.sql(SELECT + " where provider_id = :provider")
                .bind("provider", id)
                .map(StoredDisputes::dispute)
                .one();
    }

    /** As it is told, before any of its money is. */
    Mono<StoredDispute> insert(Payment payment, ToldDispute told) {
        return database.sql("""
                insert into payment.dispute
                  (id, payment_id, state, cents, currency, provider_id, created_at, changed_at)
                values (:id, :payment, :state, :cents, :currency, :provider, :now, :now)
                """)
                .bind("id", ids.next())
                .bind("payment", payment.id())
                .bind("state", told.state().name())
                .bind("cents", told.money().cents())
                .bind("currency", payment.currency())
                .bind("provider", told.id())
                .bind("now", clock.instant())
                .then()
                .then(ofProvider(told.id()));
    }

    Mono<Void> update(StoredDispute dispute) {
        return database.sql("""
                update payment.dispute set state = :state, cents = :cents, reason = :reason,
                  withdrawn_cents = :withdrawn, fee_cents = :fee, withdrawn_at = :withdrawnAt,
                  reinstated_cents = :reinstated, fee_back_cents = :feeBack, reinstated_at = :reinstatedAt,
                  lost_cents = :lost, lost_at = :lostAt, again_withdrawn_cents = :again,
                  gone_cents = :gone, loss_id = :loss, movements = :movements, heard = :heard, changed_at = :now
                where id = :id
                """)
                .bind("id", dispute.id())
                .bind("state", dispute.state().name())
                .bind("cents", dispute.cents())
                .bind("reason", Parameter.fromOrEmpty(dispute.reason(), String.class))
                .bind("withdrawn", dispute.withdrawn().cents())
                .bind("fee", dispute.withdrawn().feeCents())
                .bind("withdrawnAt", Parameter.fromOrEmpty(dispute.withdrawn().at(), Instant.class))
                .bind("reinstated", dispute.reinstated().cents())
                .bind("feeBack", -dispute.reinstated().feeCents())
                .bind("reinstatedAt", Parameter.fromOrEmpty(dispute.reinstated().at(), Instant.class))
                .bind("lost", dispute.lostCents())
                .bind("lostAt", Parameter.fromOrEmpty(dispute.lostAt(), Instant.class))
                .bind("again", dispute.again().withdrawnCents())
                .bind("gone", dispute.again().goneCents())
                .bind("loss", Parameter.fromOrEmpty(dispute.again().loss(), UUID.class))
                .bind("movements", dispute.again().movements())
                .bind("heard", dispute.again().heard().toArray(String[]::new))
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> insert(DisputeMoved moved) {
        return database.sql("""
                insert into payment.dispute_moved (id, dispute_id, payment_id, undoes, undone_cents, lost_cents,
                  withdrawn_cents, fee_cents, currency, moved_at)
                values (:id, :dispute, :payment, :undoes, :undone, :lost, :withdrawn, :fee, :currency, :at)
                """)
                .bind("id", moved.id())
                .bind("dispute", moved.dispute())
                .bind("payment", moved.payment())
                .bind("undoes", Parameter.fromOrEmpty(moved.undoes(), UUID.class))
                .bind("undone", moved.undoneCents())
                .bind("lost", moved.lostCents())
                .bind("withdrawn", moved.withdrawnCents())
                .bind("fee", moved.feeCents())
                .bind("currency", moved.currency())
                .bind("at", moved.at())
                .then();
    }

    /** Provider ids of those not decided, or whose money is held, and unchanged since that instant. */
    Flux<String> waitingSince(Instant before, int most) {
        return database.sql("""
                select provider_id from payment.dispute
                where (state in ('WARNING', 'OPEN')
                    or withdrawn_cents - reinstated_cents + again_withdrawn_cents - gone_cents > 0)
                  and changed_at < :before
                order by created_at limit :most
                """)
                .bind("before", before)
                .bind("most", most)
                .map(row -> row.get("provider_id", String.class))
                .all();
    }

    private static StoredDispute dispute(Readable row) {
        return new StoredDispute(
                row.get("id", UUID.class),
                row.get("payment_id", UUID.class),
                DisputeState.valueOf(row.get("state", String.class)),
                row.get("cents", Long.class),
                row.get("currency", String.class),
                row.get("reason", String.class),
                new Part(
                        row.get("withdrawn_cents", Long.class),
                        row.get("fee_cents", Long.class),
                        row.get("withdrawn_at", Instant.class)),
                new Part(
                        row.get("reinstated_cents", Long.class),
                        -row.get("fee_back_cents", Long.class),
                        row.get("reinstated_at", Instant.class)),
                row.get("lost_cents", Long.class),
                row.get("lost_at", Instant.class),
                new Again(
                        row.get("again_withdrawn_cents", Long.class),
                        row.get("gone_cents", Long.class),
                        row.get("loss_id", UUID.class),
                        row.get("movements", Integer.class),
                        List.of(row.get("heard", String[].class))));
    }
}
