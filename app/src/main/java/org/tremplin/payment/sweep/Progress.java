package org.tremplin.payment.sweep;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.payment.checkout.Payments.Unfinished;
import reactor.core.publisher.Mono;

/** How far the sweep of each provider is, and whose turn it is: one row, held by the database's clock. */
@Component
class Progress {

    /** Whoever holds the turn says so again with each page; an instance that died is waited for this long. */
    private static final String HELD = "now() + interval '3 minutes'";

    private final DatabaseClient database;
    private final Clock clock;

    Progress(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return false while another run goes on, or when the last one began after that instant */
    Mono<Boolean> take(String provider, Instant lastBegan) {
        return database.sql("""
                insert into payment.sweep as sweep (provider, account, held_until, started_at)
                values (:provider, '', %s, :now)
                on conflict (provider, account) do update
                set held_until = excluded.held_until, started_at = excluded.started_at
                where (sweep.held_until is null or sweep.held_until < now())
                  and (sweep.started_at is null or sweep.started_at <= :due)
                """.formatted(HELD))
                .bind("provider", provider)
                .bind("now", clock.instant())
                .bind("due", lastBegan)
                .fetch()
                .rowsUpdated()
                .map(taken -> taken == 1);
    }

    Mono<Void> hold(String provider) {
        return change(provider, "held_until = " + HELD).then();
    }

    Mono<Void> giveBack(String provider) {
        return change(provider, "held_until = null").then();
    }

    Mono<Place> load(String provider) {
        return database.sql("select * from payment.sweep where provider = :provider and account = ''")
                .bind("provider", provider)
                .map(Progress::place)
                .one();
    }

    Mono<Void> payments(String provider, @Nullable Unfinished last) {
        return change(provider, "payments_at = :at, payments_id = :id")
                .bind("at", Parameter.fromOrEmpty(last == null ? null : last.createdAt(), Instant.class))
                .bind("id", Parameter.fromOrEmpty(last == null ? null : last.id(), UUID.class))
                .then();
    }

    Mono<Void> events(String provider, @Nullable String after) {
        return change(provider, "events_after = :after")
                .bind("after", Parameter.fromOrEmpty(after, String.class))
                .then();
    }

    /** More of this window is to come. */
    Mono<Void> movements(String provider, Window window) {
        return change(provider, "window_from = :from, window_to = :to, movements_after = :after")
                .bind("from", window.from())
                .bind("to", window.to())
                .bind("after", Parameter.fromOrEmpty(window.after(), String.class))
                .then();
    }

    Mono<Void> movementsDone(String provider, Window window) {
        return change(provider, "movements_to = :to, window_from = null, window_to = null, movements_after = null")
                .bind("to", window.to())
                .then();
    }

    Mono<Void> compared(String provider) {
        return change(provider, "compared_at = coalesce(compared_at, :now)")
                .bind("now", clock.instant())
                .then();
    }

    /** When the first payment was made with it: nothing before is ours. */
    Mono<Instant> firstPayment(String provider) {
        return database.sql("select created_at from payment.payment where provider = :provider order by id limit 1")
                .bind("provider", provider)
                .map(row -> row.get("created_at", Instant.class))
                .one();
    }

    private DatabaseClient.GenericExecuteSpec change(String provider, String what) {
        return database.sql("update payment.sweep set " + what + " where provider = :provider and account = ''")
                .bind("provider", provider);
    }

    private static Place place(Readable row) {
        UUID payment = row.get("payments_id", UUID.class);
        Instant paymentAt = row.get("payments_at", Instant.class);
        Instant from = row.get("window_from", Instant.class);
        Instant to = row.get("window_to", Instant.class);
        return new Place(
                payment == null || paymentAt == null ? null : new Unfinished(payment, paymentAt),
                row.get("events_after", String.class),
                row.get("movements_to", Instant.class),
                from == null || to == null ? null : new Window(from, to, row.get("movements_after", String.class)),
                row.get("compared_at", Instant.class) != null);
    }

    /**
     * Where the run before this one stopped.
     *
     * @param payment the last open payment that was read; none when all were
     * @param event likewise for undelivered events
     * @param movementsTo movements of the balance before it are all taken in; none when the sweep never ran
     * @param window what is left of them; none when nothing is
     * @param compared whether balance and books were ever compared
     */
    record Place(
            @Nullable Unfinished payment,
            @Nullable String event,
            @Nullable Instant movementsTo,
            @Nullable Window window,
            boolean compared) {

        static final Place START = new Place(null, null, null, null, false);
    }

    /** @param after down to this movement it is read */
    record Window(Instant from, Instant to, @Nullable String after) {

        Window down(@Nullable String next) {
            return new Window(from, to, next);
        }
    }
}
