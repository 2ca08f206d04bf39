package org.tremplin.payment.simulated;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.payment.DisputeState;
import org.tremplin.payment.RefundState;
import org.tremplin.payment.checkout.Provider.Charge;
import org.tremplin.payment.checkout.Provider.Movement;
import org.tremplin.payment.checkout.Provider.ToldDispute;
import org.tremplin.payment.checkout.Provider.ToldMoney;
import org.tremplin.payment.checkout.Provider.ToldRefund;
import org.tremplin.payment.simulated.SimulatedEvents.Event;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The simulated provider's own memory of refunds and disputes; each change is told by events. */
@Component
@SimulatedPayments
class SimulatedReturns {

    private static final String EURO = "EUR";

    private static final String SESSION = """
            session.id as session_id, session.payment_id, session.instance, session.cents as session_cents,
              session.state as session_state""";

    private final DatabaseClient database;
    private final SimulatedEvents events;
    private final Clock clock;

    SimulatedReturns(DatabaseClient database, SimulatedEvents events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a refund out of the balance at once, when the session is paid and has so much left; empty when not.
     *
     * @param key the same key never gives back twice; none for the dashboard
     */
    Mono<ToldRefund> refund(String session, long cents, @Nullable String key, @Nullable UUID ours) {
        return database.sql("""
                insert into payment.simulated_refund (id, session_id, cents, state, key, refund_id, taken_at)
                select :id, session.id, :cents, 'succeeded', :key, :ours, :now
                from payment.simulated_session session
                where session.id = :session and session.state = 'paid'
                  and session.cents - :cents >= coalesce((select sum(refund.cents)
                    from payment.simulated_refund refund
                    where refund.session_id = session.id and refund.state = 'succeeded'), 0)
                on conflict (key) do nothing
                returning id
                """)
                .bind("id", "re_simulated_" + Tokens.random())
                .bind("session", session)
                .bind("cents", cents)
                .bind("key", Parameter.fromOrEmpty(key, String.class))
                .bind("ours", Parameter.fromOrEmpty(ours, UUID.class))
                .bind("now", clock.instant())
                .map(row -> row.get("id", String.class))
                .one()
                .flatMap(id -> readRefund(id)
                        .flatMap(made -> events.tell(List.of(
                                        refundEvent("refund.created", made),
                                        new Event(
                                                "charge.refunded",
                                                Map.of("id", made.charge().id(), "object", "charge"),
                                                metadata(made.charge()))))
                                .thenReturn(made)))
                .switchIfEmpty(Mono.defer(() -> key == null ? Mono.empty() : ofKey(key)));
    }

    /** Days later the payer's bank sends a refund back. */
    Mono<Void> sendBack(String refund) {
        return database.sql("""
                update payment.simulated_refund set state = 'failed', returned_at = :now
                where id = :id and state = 'succeeded'
                """)
                .bind("id", refund)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(changed -> changed == 1)
                .flatMap(changed -> readRefund(refund))
                .flatMap(failed -> events.tell(List.of(refundEvent("refund.failed", failed))));
    }

    Mono<ToldRefund> readRefund(String id) {
        return refunds("refund.id = :key", id).next();
    }

    private Mono<ToldRefund> ofKey(String key) {
        return refunds("refund.key = :key", key).next();
    }

    Flux<ToldRefund> refundsOf(String session) {
        return refunds("refund.session_id = :key", session);
    }

    private Flux<ToldRefund> refunds(String where, String key) {
        return database.sql("select refund.*, " + SESSION + """
                 from payment.simulated_refund refund
                join payment.simulated_session session on session.id = refund.session_id where\s""" + where + " order by refund.taken_at, refund.id")
                .bind("key", key)
                .map(SimulatedReturns::refund)
                .all();
    }

    /** The payer's bank turns to the provider; empty when the session took no money, or it did so before. */
    Mono<String> dispute(String session, long feeCents, DisputeState state, boolean withdrawn) {
        Instant at = withdrawn ? clock.instant() : null;
        return database.sql("""
                insert into payment.simulated_dispute (id, session_id, cents, fee_cents, state, withdrawn_at)
                select :id, session.id, session.cents, :fee, :state, :at
                from payment.simulated_session session where session.id = :session and session.state = 'paid'
                  and not exists (select 1 from payment.simulated_dispute earlier
                    where earlier.session_id = session.id and earlier.state in ('WARNING', 'OPEN', 'LOST'))
                returning id
                """)
                .bind("id", "dp_simulated_" + Tokens.random())
                .bind("session", session)
                .bind("fee", feeCents)
                .bind("state", state.name())
                .bind("at", Parameter.fromOrEmpty(at, Instant.class))
                .map(row -> row.get("id", String.class))
                .one()
                .flatMap(id -> tell(id, opening(withdrawn)).thenReturn(id));
    }

    /** Opening withdraws, winning reinstates with the fee. */
    Mono<Void> move(String dispute, DisputeState next) {
        return database.sql("""
                update payment.simulated_dispute set state = :state,
                  withdrawn_at = case when :state = 'OPEN' then coalesce(withdrawn_at, :now) else withdrawn_at end,
                  reinstated_at = case when :state = 'WON' and withdrawn_at is not null then :now else reinstated_at end,
                  fee_back_cents = case when :state = 'WON' and withdrawn_at is not null then fee_cents else 0 end
                where id = :id and state in ('WARNING', 'OPEN')
                """)
                .bind("id", dispute)
                .bind("state", next.name())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(changed -> changed == 1)
                .flatMap(changed -> tell(dispute, happening(next)));
    }

    private static List<String> happening(DisputeState next) {
        return switch (next) {
            case WARNING -> List.of("updated");
            case OPEN -> List.of("updated", "funds_withdrawn");
            case WON -> List.of("closed", "funds_reinstated");
            case LOST, PREVENTED, CLOSED -> List.of("closed");
        };
    }

    /** Disputes our side never heard of. */
    Mono<Void> tellAgain() {
        return database.sql("""
                select id, withdrawn_at is not null as withdrawn from payment.simulated_dispute told
                where not exists (select 1 from payment.dispute known where known.provider_id = told.id)
                order by withdrawn_at
                """)
                .map(row -> Map.entry(row.get("id", String.class), row.get("withdrawn", Boolean.class)))
                .all()
                .concatMap(unheard -> tell(unheard.getKey(), opening(unheard.getValue())))
                .then();
    }

    private static List<String> opening(boolean withdrawn) {
        return withdrawn ? List.of("created", "funds_withdrawn") : List.of("created");
    }

    private Mono<Void> tell(String dispute, List<String> happened) {
        return readDispute(dispute)
                .flatMap(told -> events.tell(happened.stream()
                        .map(what -> new Event(
                                "charge.dispute." + what,
                                Map.of(
                                        "id", told.id(),
                                        "object", "dispute",
                                        "amount", told.money().cents(),
                                        "currency", "eur",
                                        "charge", told.charge().id()),
                                Map.of()))
                        .toList()));
    }

    Mono<ToldDispute> readDispute(String id) {
        return database.sql("select dispute.*, " + SESSION + """
                 from payment.simulated_dispute dispute
                join payment.simulated_session session on session.id = dispute.session_id where dispute.id = :id
                """)
                .bind("id", id)
                .map(SimulatedReturns::dispute)
                .one();
    }

    private static Event refundEvent(String type, ToldRefund told) {
        UUID ours = told.ours();
        return new Event(
                type,
                Map.of(
                        "id", told.id(),
                        "object", "refund",
                        "amount", told.money().cents(),
                        "currency", "eur",
                        "charge", told.charge().id()),
                // a refund carries what it was made with, never what its charge carries
                ours == null ? Map.of() : Map.of("refund", ours.toString()));
    }

    private static Map<String, String> metadata(Charge charge) {
        return Map.of("instance", String.valueOf(charge.instance()), "payment", String.valueOf(charge.payment()));
    }

    private static ToldRefund refund(Readable row) {
        String id = row.get("id", String.class);
        long cents = row.get("cents", Long.class);
        Instant returned = row.get("returned_at", Instant.class);
        return new ToldRefund(
                id,
                row.get("refund_id", UUID.class),
                returned == null ? RefundState.SUCCEEDED : RefundState.FAILED,
                new ToldMoney(cents, EURO),
                charge(row),
                new Movement("txn_" + id, -cents, 0, row.get("taken_at", Instant.class)),
                returned == null ? null : new Movement("txn_back_" + id, cents, 0, returned),
                returned == null ? null : "expired_or_canceled_card");
    }

    private static ToldDispute dispute(Readable row) {
        String id = row.get("id", String.class);
        long cents = row.get("cents", Long.class);
        Instant withdrawn = row.get("withdrawn_at", Instant.class);
        Instant reinstated = row.get("reinstated_at", Instant.class);
        List<Movement> movements = new ArrayList<>();
        if (withdrawn != null) {
            movements.add(new Movement("txn_" + id, -cents, row.get("fee_cents", Long.class), withdrawn));
        }
        if (reinstated != null) {
            movements.add(new Movement("txn_back_" + id, cents, -row.get("fee_back_cents", Long.class), reinstated));
        }
        return new ToldDispute(
                id,
                DisputeState.valueOf(row.get("state", String.class)),
                new ToldMoney(cents, EURO),
                charge(row),
                null,
                movements);
    }

    private static Charge charge(Readable row) {
        String session = row.get("session_id", String.class);
        return new Charge(
                "ch_" + session,
                "pi_" + session,
                row.get("instance", String.class),
                row.get("payment_id", UUID.class),
                new ToldMoney(row.get("session_cents", Long.class), EURO),
                "paid".equals(row.get("session_state", String.class)),
                null);
    }
}
