package org.tremplin.payment.checkout;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.payment.PaymentEnded;
import org.tremplin.payment.PaymentPending;
import org.tremplin.payment.PaymentState;
import org.tremplin.payment.PaymentSucceeded;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every payment, and the one way its state moves: together with the fact that tells of it. */
@Component
public class Payments {

    /** In one fact: as many as a page of the provider tells of, more or less. */
    private static final int FEES = 64;

    private static final String COLUMNS = """
            id, provider, account, state, cents, currency, subject, idempotency_key, session_id, session_url, intent_id,
            charge_id, balance_transaction, fee_cents, paid_at, ended_at""";

    private final DatabaseClient database;
    private final EventLog log;
    private final Clock clock;

    Payments(DatabaseClient database, EventLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    Mono<Void> insert(UUID id, String provider, UUID subject, long cents, String currency) {
        Instant now = clock.instant();
        return database.sql("""
                insert into payment.payment
                  (id, provider, account, state, cents, currency, subject, idempotency_key, created_at, changed_at)
                values (:id, :provider, '', 'OPEN', :cents, :currency, :subject, :key, :now, :now)
                """)
                .bind("id", id)
                .bind("provider", provider)
                .bind("cents", cents)
                .bind("currency", currency)
                .bind("subject", subject)
                .bind("key", "payment-" + id + "-open")
                .bind("now", now)
                .then();
    }

    public Mono<Payment> find(UUID id) {
        return database.sql("select " + COLUMNS + " from payment.payment where id = :id")
                .bind("id", id)
                .map(Payments::payment)
                .one();
    }

    public Flux<Payment> findAll(Collection<UUID> ids) {
        return database.sql("select " + COLUMNS + " from payment.payment where id = any(:ids) order by id")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(Payments::payment)
                .all();
    }

    /** This payment and all others of its subject, oldest first. */
    Mono<List<Payment>> ofSubjectOf(UUID id) {
        return database.sql("select " + COLUMNS + " from payment.payment where subject ="
                        + " (select subject from payment.payment where id = :id) order by id")
                .bind("id", id)
                .map(Payments::payment)
                .all()
                .collectList();
    }

    /** Locked in key order, inside the caller's transaction. */
    public Mono<List<Payment>> lock(Collection<UUID> ids) {
        return database.sql("select " + COLUMNS + " from payment.payment where id = any(:ids) order by id for update")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(Payments::payment)
                .all()
                .collectList();
    }

    /** The one that has this id or, without any, this intent or charge; locked, inside the caller's transaction. */
    Mono<Payment> lockCharged(@Nullable UUID id, @Nullable String intent, String charge) {
        return database.sql("select " + COLUMNS + """
                 from payment.payment
                where id = :id or :id::uuid is null and (intent_id = :intent or charge_id = :charge)
                order by id limit 1 for update
                """)
                .bind("id", Parameter.fromOrEmpty(id, UUID.class))
                .bind("intent", Parameter.fromOrEmpty(intent, String.class))
                .bind("charge", charge)
                .map(Payments::payment)
                .one();
    }

    /** Cards refused in all payments of its subject. */
    Mono<Long> declines(UUID id) {
        return database.sql("""
                select coalesce(sum(tries), 0)::bigint as declined
                from payment.payment join payment.decline on decline.payment_id = payment.id
                where subject = (select subject from payment.payment where id = :id)
                """)
                .bind("id", id)
                .map(row -> row.get("declined", Long.class))
                .one();
    }

    /** False when the payment ended meanwhile; true also when somebody else kept the same session. */
    Mono<Boolean> keepSession(UUID id, Provider.Session session) {
        return database.sql("""
                update payment.payment set session_id = :session, session_url = :url, changed_at = :now
                where id = :id and ended_at is null and (session_id is null or session_id = :session)
                """)
                .bind("id", id)
                .bind("session", session.id())
                .bind("url", Parameter.fromOrEmpty(session.address(), String.class))
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(updated -> updated == 1);
    }

    /** Writes what changed and appends the facts of it, inside the caller's transaction. */
    public Mono<Void> save(List<Change> changes) {
        List<Change> real = changes.stream()
                .filter(change -> !change.before.equals(change.after))
                .toList();
        List<Record> facts = new ArrayList<>();
        real.forEach(change -> facts.addAll(change.facts()));
        List<UUID> feesDue = real.stream()
                .filter(Change::feeCameDue)
                .map(change -> change.after().id())
                .toList();
        for (int from = 0; from < feesDue.size(); from += FEES) {
            facts.add(FeeAwaited.of(feesDue.subList(from, Math.min(from + FEES, feesDue.size()))));
        }
        return real.isEmpty()
                ? Mono.empty()
                : update(real.stream().map(Change::after).toList()).then(Mono.defer(() -> log.append(facts)));
    }

    private Mono<Void> update(List<Payment> payments) {
        return database.sql("""
                update payment.payment set state = told.state, intent_id = told.intent, charge_id = told.charge,
                  balance_transaction = told.movement, paid_at = told.paid, ended_at = told.ended, changed_at = :now
                from unnest(:ids, :states, :intents, :charges, :movements, :paid, :ended)
                  as told(id, state, intent, charge, movement, paid, ended)
                where payment.id = told.id
                """)
                .bind("ids", payments.stream().map(Payment::id).toArray(UUID[]::new))
                .bind("states", texts(payments, payment -> payment.state().name()))
                .bind("intents", texts(payments, Payment::intentId))
                .bind("charges", texts(payments, Payment::chargeId))
                .bind("movements", texts(payments, Payment::balanceTransaction))
                .bind("paid", payments.stream().map(Payment::paidAt).toArray(Instant[]::new))
                .bind("ended", payments.stream().map(Payment::endedAt).toArray(Instant[]::new))
                .bind("now", clock.instant())
                .then();
    }

    private static String[] texts(List<Payment> payments, Function<Payment, @Nullable String> text) {
        return payments.stream().map(text).toArray(String[]::new);
    }

    /**
     * The payments of these charges, locked in key order, inside the caller's transaction: found by the id the charge
     * carries or, without any, by its intent or its own id.
     */
    public Mono<List<Payment>> lockCharged(Collection<Provider.Charge> charges) {
        List<Provider.Charge> nameless =
                charges.stream().filter(charge -> charge.payment() == null).toList();
        return database.sql("select " + COLUMNS + """
                 from payment.payment
                where id = any(:ids) or intent_id = any(:intents) or charge_id = any(:charges)
                order by id for update
                """)
                .bind(
                        "ids",
                        charges.stream()
                                .map(Provider.Charge::payment)
                                .filter(Objects::nonNull)
                                .toArray(UUID[]::new))
                .bind(
                        "intents",
                        nameless.stream()
                                .map(Provider.Charge::intent)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .bind("charges", nameless.stream().map(Provider.Charge::id).toArray(String[]::new))
                .map(Payments::payment)
                .all()
                .collectList();
    }

    /** Notes fees of paid payments, each once; gives those that this call noted. */
    public Flux<UUID> keepFees(Map<UUID, Provider.Fee> fees) {
        List<Map.Entry<UUID, Provider.Fee>> rows = List.copyOf(fees.entrySet());
        return rows.isEmpty()
                ? Flux.empty()
                : database.sql("""
                        update payment.payment set fee_cents = told.cents, fee_at = told.at
                        from unnest(:ids, :cents, :at) as told(id, cents, at)
                        where payment.id = told.id and payment.fee_cents is null and payment.state = 'SUCCEEDED'
                        returning payment.id
                        """)
                        .bind("ids", rows.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                        .bind(
                                "cents",
                                rows.stream().map(row -> row.getValue().cents()).toArray(Long[]::new))
                        .bind(
                                "at",
                                rows.stream().map(row -> row.getValue().at()).toArray(Instant[]::new))
                        .map(row -> row.get("id", UUID.class))
                        .all();
    }

    /**
     * Payments of a provider that may still take money, have a session and are older than that, oldest first.
     *
     * @param from the last of the page before
     */
    public Flux<Unfinished> unfinished(String provider, Instant before, @Nullable Unfinished from, int most) {
        return database.sql("""
                select id, created_at from payment.payment
                where ended_at is null and provider = :provider and session_id is not null and created_at < :before
                  and (created_at, id) > (:fromAt, :fromId)
                order by created_at, id limit :most
                """)
                .bind("provider", provider)
                .bind("before", before)
                .bind("fromAt", from == null ? Instant.EPOCH : from.createdAt())
                .bind("fromId", from == null ? new UUID(0, 0) : from.id())
                .bind("most", most)
                .map(row -> new Unfinished(row.get("id", UUID.class), row.get("created_at", Instant.class)))
                .all();
    }

    /** A payment that may still take money. */
    public record Unfinished(UUID id, Instant createdAt) {}

    /** A payment before and after it was told something. */
    public record Change(Payment before, Payment after) {

        private List<Record> facts() {
            List<Record> facts = new ArrayList<>();
            Instant paidAt = after.paidAt();
            if (after.state() == PaymentState.SUCCEEDED && before.state() != after.state() && paidAt != null) {
                facts.add(new PaymentSucceeded(after.id(), after.subject(), after.cents(), after.currency(), paidAt));
            } else if (after.state() == PaymentState.PENDING && before.state() != after.state()) {
                facts.add(new PaymentPending(after.id(), after.subject()));
            } else if (after.endedAt() != null && before.endedAt() == null && !unseen()) {
                facts.add(new PaymentEnded(after.id(), after.subject()));
            }
            return facts;
        }

        /** The answer that brought its page was lost: nobody could pay there, so its subject may still be paid. */
        private boolean unseen() {
            return before.state() == PaymentState.OPEN && after.sessionUrl() == null;
        }

        private boolean feeCameDue() {
            return feeDue(after) && !feeDue(before);
        }

        private static boolean feeDue(Payment payment) {
            return payment.state() == PaymentState.SUCCEEDED
                    && payment.balanceTransaction() != null
                    && payment.feeCents() == null;
        }
    }

    private static Payment payment(Readable row) {
        return new Payment(
                row.get("id", UUID.class),
                row.get("provider", String.class),
                row.get("account", String.class),
                PaymentState.valueOf(row.get("state", String.class)),
                row.get("cents", Long.class),
                row.get("currency", String.class),
                row.get("subject", UUID.class),
                row.get("idempotency_key", String.class),
                row.get("session_id", String.class),
                row.get("session_url", String.class),
                row.get("intent_id", String.class),
                row.get("charge_id", String.class),
                row.get("balance_transaction", String.class),
                row.get("fee_cents", Long.class),
                row.get("paid_at", Instant.class),
                row.get("ended_at", Instant.class));
    }
}
