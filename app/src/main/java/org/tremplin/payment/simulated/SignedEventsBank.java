package org.tremplin.payment.simulated;

import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.payment.DisputeState;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.payment.checkout.Provider.ToldRefund;
import org.tremplin.payment.simulated.SimulatedEvents.Event;
import reactor.core.publisher.Mono;

/** The bank behind the simulated provider: what it decides is told by the events Stripe would send. */
@Component
@SimulatedPayments
class SignedEventsBank implements SimulatedBank {

    private static final long DISPUTE_FEE_CENTS = 2_000;

    private final DatabaseClient database;
    private final SimulatedEvents events;
    private final SimulatedReturns returns;
    private final SimulatedBalance balance;
    private final Clock clock;

    SignedEventsBank(
            DatabaseClient database,
            SimulatedEvents events,
            SimulatedReturns returns,
            SimulatedBalance balance,
            Clock clock) {
        this.database = database;
        this.events = events;
        this.returns = returns;
        this.balance = balance;
        this.clock = clock;
    }

    @Override
    public Mono<URI> decide(String session, Outcome outcome) {
        Move move = Move.of(outcome);
        return find(session)
                .flatMap(open -> advance(session, move)
                        .flatMap(advanced -> advanced ? events.tell(events(open, outcome)) : Mono.empty())
                        .thenReturn(URI.create(outcome == Outcome.ABANDONED ? open.cancelUrl() : open.successUrl())));
    }

    @Override
    public Mono<Void> tellAgain() {
        return database.sql("""
                select session.*, payment.state = 'PENDING' as confirmed
                from payment.simulated_session session join payment.payment payment on payment.id = session.payment_id
                where session.state = 'paid' and payment.state in ('OPEN', 'PENDING', 'FAILED')
                  or session.state = 'processing' and payment.state in ('OPEN', 'FAILED')
                order by session.created_at
                """)
                .map(row -> Map.entry(session(row), unheard(row)))
                .all()
                .concatMap(told -> events.tell(events(told.getKey(), told.getValue())))
                .then(Mono.defer(returns::tellAgain));
    }

    private static Outcome unheard(Readable row) {
        if ("processing".equals(row.get("state", String.class))) {
            return Outcome.PENDING;
        }
        return Boolean.TRUE.equals(row.get("confirmed", Boolean.class)) ? Outcome.CONFIRMED : Outcome.PAID;
    }

    @Override
    public Mono<String> sessionOf(UUID payment) {
        return database.sql(
                        "select id from payment.simulated_session where payment_id = :payment order by created_at desc")
                .bind("payment", payment)
                .map(row -> row.get("id", String.class))
                .first();
    }

    @Override
    public Mono<String> refund(String session, long cents) {
        return returns.refund(session, cents, null, null).map(ToldRefund::id);
    }

    @Override
    public Mono<Void> sendBack(String refund) {
        return returns.sendBack(refund);
    }

    @Override
    public Mono<String> warn(String session) {
        return returns.dispute(session, DISPUTE_FEE_CENTS, DisputeState.WARNING, false);
    }

    @Override
    public Mono<String> dispute(String session) {
        return returns.dispute(session, DISPUTE_FEE_CENTS, DisputeState.OPEN, true);
    }

    @Override
    public Mono<Void> move(String dispute, DisputeState next) {
        return returns.move(dispute, next);
    }

    @Override
    public Mono<String> returnDebit(String session) {
        return returns.dispute(session, 0, DisputeState.LOST, true);
    }

    @Override
    public Mono<Void> payOut(long cents) {
        return balance.payOut(cents);
    }

    Mono<OpenSession> find(String session) {
        return database.sql("select * from payment.simulated_session where id = :id")
                .bind("id", session)
                .map(SignedEventsBank::session)
                .one();
    }

    private static OpenSession session(Readable row) {
        return new OpenSession(
                row.get("id", String.class),
                row.get("payment_id", UUID.class),
                row.get("cents", Long.class),
                row.get("state", String.class),
                row.get("success_url", String.class),
                row.get("cancel_url", String.class),
                row.get("instance", String.class));
    }

    /** Two browsers on the same page decide once. */
    private Mono<Boolean> advance(String session, Move move) {
        return database.sql("""
                update payment.simulated_session set state = :to,
                  paid_at = case when :to = 'paid' then :now::timestamptz else paid_at end
                where id = :id and state = any(:from)
                """)
                .bind("to", move.to())
                .bind("now", clock.instant())
                .bind("id", session)
                .bind("from", move.from().toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .map(updated -> updated == 1);
    }

    private List<Event> events(OpenSession session, Outcome outcome) {
        return switch (outcome) {
            case PAID ->
                List.of(
                        checkout(session, "completed", "paid"),
                        charge(session, "charge.succeeded", false),
                        charge(session, "charge.updated", true));
            case PENDING -> List.of(checkout(session, "completed", "unpaid"));
            case CONFIRMED ->
                List.of(checkout(session, "async_payment_succeeded", "paid"), charge(session, "charge.updated", true));
            case BOUNCED -> List.of(checkout(session, "async_payment_failed", "unpaid"));
            case EXPIRED -> List.of(checkout(session, "expired", "unpaid"));
            case DECLINED ->
                List.of(event(
                        session,
                        "payment_intent.payment_failed",
                        Map.of("id", "pi_" + session.id(), "object", "payment_intent")));
            case ABANDONED -> List.of();
        };
    }

    private Event checkout(OpenSession session, String what, String paymentStatus) {
        return event(
                session,
                "checkout.session." + what,
                Map.of(
                        "id",
                        session.id(),
                        "object",
                        "checkout.session",
                        "amount_total",
                        session.cents(),
                        "currency",
                        "eur",
                        "payment_intent",
                        "pi_" + session.id(),
                        "payment_status",
                        paymentStatus));
    }

    private Event charge(OpenSession session, String type, boolean withFee) {
        Map<String, Object> object = new LinkedHashMap<>(Map.of(
                "id",
                "ch_" + session.id(),
                "object",
                "charge",
                "amount",
                session.cents(),
                "currency",
                "eur",
                "payment_intent",
                "pi_" + session.id()));
        if (withFee) {
            object.put("balance_transaction", "txn_" + session.id());
        }
        return event(session, type, object);
    }

    private Event event(OpenSession session, String type, Map<String, Object> object) {
        return new Event(
                type,
                object,
                Map.of(
                        "instance",
                        session.instance(),
                        "payment",
                        session.payment().toString()));
    }

    record OpenSession(
            String id, UUID payment, long cents, String state, String successUrl, String cancelUrl, String instance) {}

    /** What an outcome does to the provider's own state, and from where. */
    private record Move(Set<String> from, String to) {

        private static final Set<String> UNPAID = Set.of("open", "failed");

        static Move of(Outcome outcome) {
            return switch (outcome) {
                case PAID -> new Move(UNPAID, "paid");
                case DECLINED -> new Move(UNPAID, "failed");
                case PENDING -> new Move(UNPAID, "processing");
                case CONFIRMED -> new Move(Set.of("processing"), "paid");
                case BOUNCED -> new Move(Set.of("processing"), "bounced");
                case EXPIRED -> new Move(UNPAID, "expired");
                case ABANDONED -> new Move(Set.of(), "open");
            };
        }
    }
}
