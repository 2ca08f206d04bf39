package org.tremplin.payment.simulated;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.checkout.ProviderRefused;
import org.tremplin.payment.checkout.Word;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stands for the provider in demo: remembers sessions as somebody else's database would. */
@Component
@SimulatedPayments
class SimulatedProvider implements Provider {

    /** What it keeps of each payment: 1.5 % and 25 cents. */
    private static final long BASIS_POINTS = 150;

    private static final long FIXED_CENTS = 25;

    private final DatabaseClient database;
    private final TremplinSettings settings;
    private final Instance instance;
    private final SimulatedReturns returns;
    private final SimulatedBalance balance;
    private final Clock clock;

    SimulatedProvider(
            DatabaseClient database,
            TremplinSettings settings,
            Instance instance,
            SimulatedReturns returns,
            SimulatedBalance balance,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.instance = instance;
        this.returns = returns;
        this.balance = balance;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public Ready expected() {
        return new Ready(true, true);
    }

    @Override
    public Mono<Ready> ready() {
        return Mono.just(expected());
    }

    @Override
    public Mono<Session> open(Payment payment, String key, Checkout.Words words) {
        return database.sql("""
                insert into payment.simulated_session
                  (id, payment_id, cents, state, key, success_url, cancel_url, instance, created_at)
                values (:id, :payment, :cents, 'open', :key, :success, :cancel, :instance, :now)
                on conflict (key) do update set key = excluded.key
                returning id
                """)
                .bind("id", "cs_simulated_" + Tokens.random())
                .bind("payment", payment.id())
                .bind("cents", payment.cents())
                .bind("key", key)
                .bind("success", words.success().toString())
                .bind("cancel", words.cancel().toString())
                .bind("instance", instance.id())
                .bind("now", clock.instant())
                .map(row -> row.get("id", String.class))
                .one()
                .map(id -> new Session(id, Word.OPEN, settings.absolute("/demo/paiement/" + id), null, null, null));
    }

    @Override
    public Mono<Session> read(String sessionId) {
        return database.sql("select state, cents, paid_at from payment.simulated_session where id = :id")
                .bind("id", sessionId)
                .map(row -> session(
                        sessionId,
                        row.get("state", String.class),
                        row.get("cents", Long.class),
                        row.get("paid_at", Instant.class)))
                .one();
    }

    @Override
    public Mono<Session> expire(String sessionId) {
        return database.sql(
                        "update payment.simulated_session set state = 'expired' where id = :id and state in ('open', 'failed')")
                .bind("id", sessionId)
                .then()
                .then(read(sessionId));
    }

    @Override
    public Mono<Fee> fee(String balanceTransaction) {
        return database.sql("select cents, paid_at from payment.simulated_session where id = :id")
                .bind("id", balanceTransaction.replaceFirst("^txn_", ""))
                .map(row -> {
                    Instant at = row.get("paid_at", Instant.class);
                    return new Fee(feeCents(row.get("cents", Long.class)), at == null ? clock.instant() : at);
                })
                .one();
    }

    @Override
    public Mono<ToldRefund> refund(Payment payment, UUID refund, long cents, String key) {
        return returns.refund(String.valueOf(payment.sessionId()), cents, key, refund)
                .switchIfEmpty(
                        Mono.error(() -> new ProviderRefused("more than is left", false, new IllegalStateException())));
    }

    @Override
    public Mono<ToldRefund> readRefund(String refundId) {
        return returns.readRefund(refundId);
    }

    @Override
    public Flux<ToldRefund> refundsOf(String charge) {
        return returns.refundsOf(charge.replaceFirst("^(ch|pi)_", ""));
    }

    @Override
    public Mono<ToldDispute> readDispute(String disputeId) {
        return returns.readDispute(disputeId);
    }

    @Override
    public Mono<Page<Moved>> movements(Instant since, Instant until, @Nullable String after) {
        return balance.movements(since, until, after);
    }

    /** Its events never get lost on the way: there is none. */
    @Override
    public Mono<Page<byte[]>> undeliveredEvents(Instant since, @Nullable String after) {
        return Mono.just(Page.last());
    }

    @Override
    public Mono<Long> balance() {
        return balance.cents();
    }

    /** Half up on the percentage, as providers round. */
    static long feeCents(long cents) {
        return Math.floorDiv(cents * BASIS_POINTS + 5_000, 10_000) + FIXED_CENTS;
    }

    private Session session(String id, String state, long cents, @Nullable Instant paidAt) {
        Word told = switch (state) {
            case "paid" -> Word.PAID;
            case "processing" -> Word.PROCESSING;
            case "bounced" -> Word.BOUNCED;
            case "expired" -> Word.EXPIRED;
            default -> Word.OPEN;
        };
        return new Session(
                id, told, settings.absolute("/demo/paiement/" + id), null, paidAt, new ToldMoney(cents, "EUR"));
    }
}
