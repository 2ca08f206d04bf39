package org.tremplin.donation.offline;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.association.Means;
import org.tremplin.donation.OfflineState;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of what did not come through the provider. */
@Component
class OfflinePayments {

    private static final String SELECT = """
            select offline.id, offline.donation_id, offline.association_id, gift.campaign_id, offline.means,
              offline.state, gift.cents, gift.currency
            from donation.offline_payment offline join donation.donation gift on gift.id = offline.donation_id
            """;

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    OfflinePayments(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<UUID> promise(UUID donation, UUID association, Means means, String reference, LocalDate until, Instant end) {
        UUID id = ids.next();
        return database.sql("""
                insert into donation.offline_payment (id, donation_id, association_id, means, state, reference, expires_on,
                  expires_at, created_at, changed_at)
                values (:id, :donation, :association, :means, 'PROMISED', :reference, :until, :end, :now, :now)
                """)
                .bind("id", id)
                .bind("donation", donation)
                .bind("association", association)
                .bind("means", means.name())
                .bind("reference", reference)
                .bind("until", until)
                .bind("end", end)
                .bind("now", clock.instant())
                .then()
                .thenReturn(id);
    }

    /** Enters what is here already. */
    Mono<UUID> enter(UUID donation, UUID association, Means means, OfflineState state, LocalDate on, UUID by) {
        UUID id = ids.next();
        return database.sql("""
                insert into donation.offline_payment (id, donation_id, association_id, means, state, received_on, cleared_on,
                  entered_by, created_at, changed_at)
                values (:id, :donation, :association, :means, :state, :on, :cleared, :by, :now, :now)
                """)
                .bind("id", id)
                .bind("donation", donation)
                .bind("association", association)
                .bind("means", means.name())
                .bind("state", state.name())
                .bind("on", on)
                .bind("cleared", Parameter.fromOrEmpty(state == OfflineState.CLEARED ? on : null, LocalDate.class))
                .bind("by", by)
                .bind("now", clock.instant())
                .then()
                .thenReturn(id);
    }

    Mono<Boolean> has(UUID association, UUID payment) {
        return database.sql(
                        "select 1 as one from donation.offline_payment where id = :id and association_id = :association")
                .bind("id", payment)
                .bind("association", association)
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** Those of a campaign that stand so. */
    Flux<UUID> of(UUID campaign, OfflineState state) {
        return database.sql(
                        SELECT + " where gift.campaign_id = :campaign and offline.state = :state order by offline.id")
                .bind("campaign", campaign)
                .bind("state", state.name())
                .map(row -> row.get("id", UUID.class))
                .all();
    }

    /** Those of this association, locked in key order in the caller's transaction. */
    Flux<OfflinePayment> lock(UUID association, Collection<UUID> payments) {
        return database.sql(SELECT + """
                where offline.id = any(:ids) and offline.association_id = :association
                order by offline.id for update of offline
                """)
                .bind("ids", payments.toArray(UUID[]::new))
                .bind("association", association)
                .map(OfflinePayments::payment)
                .all();
    }

    /** The promise of this gift, locked; empty when there is none any more. */
    Mono<OfflinePayment> lockPromiseOf(UUID donation) {
        return database.sql(
                        SELECT + " where donation_id = :donation and offline.state = 'PROMISED' for update of offline")
                .bind("donation", donation)
                .map(OfflinePayments::payment)
                .one();
    }

    /** Promises whose day passed, locked; those somebody works on wait for the next time. */
    Mono<List<OfflinePayment>> lockOver(int most) {
        return database.sql(SELECT + """
                where offline.state = 'PROMISED' and expires_at <= :now
                order by offline.id limit :most for update of offline skip locked
                """)
                .bind("now", clock.instant())
                .bind("most", most)
                .map(OfflinePayments::payment)
                .all()
                .collectList();
    }

    /** @param on the day of the move */
    Mono<Void> move(OfflinePayment payment, OfflineState next, LocalDate on) {
        if (!payment.state().canBecome(next)) {
            return Mono.error(() -> new IllegalStateException(payment.state() + " never becomes " + next));
        }
        boolean came =
                next == OfflineState.RECEIVED || next == OfflineState.CLEARED && payment.means() == Means.TRANSFER;
        return database.sql("""
                update donation.offline_payment set state = :state, received_on = coalesce(:received, received_on),
                  deposited_on = coalesce(:deposited, deposited_on), cleared_on = coalesce(:cleared, cleared_on),
                  rejected_on = coalesce(:rejected, rejected_on), changed_at = :now
                where id = :id
                """)
                .bind("id", payment.id())
                .bind("state", next.name())
                .bind("received", day(came ? on : null))
                .bind("deposited", day(next == OfflineState.DEPOSITED ? on : null))
                .bind("cleared", day(next == OfflineState.CLEARED ? on : null))
                .bind("rejected", day(next == OfflineState.REJECTED ? on : null))
                .bind("now", clock.instant())
                .then();
    }

    /** As the bank says; empty changes nothing. */
    Mono<Void> refer(UUID donation, String reference) {
        return reference.isEmpty()
                ? Mono.empty()
                : database.sql("update donation.donation set bank_reference = :reference where id = :id")
                        .bind("reference", reference)
                        .bind("id", donation)
                        .then();
    }

    private static Parameter day(@Nullable LocalDate day) {
        return Parameter.fromOrEmpty(day, LocalDate.class);
    }

    private static OfflinePayment payment(Readable row) {
        return new OfflinePayment(
                row.get("id", UUID.class),
                row.get("donation_id", UUID.class),
                row.get("association_id", UUID.class),
                row.get("campaign_id", UUID.class),
                Means.valueOf(row.get("means", String.class)),
                OfflineState.valueOf(row.get("state", String.class)),
                row.get("cents", Long.class),
                row.get("currency", String.class));
    }
}
