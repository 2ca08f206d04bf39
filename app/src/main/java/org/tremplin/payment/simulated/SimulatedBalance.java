package org.tremplin.payment.simulated;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.payment.checkout.Provider.Charge;
import org.tremplin.payment.checkout.Provider.Kind;
import org.tremplin.payment.checkout.Provider.Moved;
import org.tremplin.payment.checkout.Provider.Page;
import org.tremplin.payment.checkout.Provider.ToldMoney;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Mono;

/** The balance of the simulated provider and what moved it, from what it remembers. */
@Component
@SimulatedPayments
class SimulatedBalance {

    private static final String EURO = "EUR";
    private static final int PAGE = 100;

    private static final String MOVEMENTS = """
            select 'txn_' || id as id, 'charge' as category, cents, null::bigint as fee_cents, paid_at as at, id as source,
              instance, payment_id
            from payment.simulated_session where state = 'paid' and paid_at is not null
            union all
            select 'txn_' || id, 'refund', -cents, 0, taken_at, id, null, null from payment.simulated_refund
            union all
            select 'txn_back_' || id, 'refund_failure', cents, 0, returned_at, id, null, null
            from payment.simulated_refund where returned_at is not null
            union all
            select 'txn_' || id, 'dispute', -cents, fee_cents, withdrawn_at, id, null, null
            from payment.simulated_dispute where withdrawn_at is not null
            union all
            select 'txn_back_' || id, 'dispute_reversal', cents, -fee_back_cents, reinstated_at, id, null, null
            from payment.simulated_dispute where reinstated_at is not null
            union all
            select 'txn_' || id, 'payout', -cents, 0, paid_at, id, null, null from payment.simulated_payout
            """;

    private final DatabaseClient database;
    private final Clock clock;

    SimulatedBalance(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Page<Moved>> movements(Instant since, Instant until, @Nullable String after) {
        return database.sql("select * from (" + MOVEMENTS + """
                ) movement where at >= :since and at <= :until order by at desc, id desc
                """)
                .bind("since", since)
                .bind("until", until)
                .map(SimulatedBalance::moved)
                .all()
                .collectList()
                .map(all -> page(all, after));
    }

    /** A demonstration has few: the page is cut here. */
    private static Page<Moved> page(List<Moved> all, @Nullable String after) {
        int from = after == null
                ? 0
                : 1
                        + IntStream.range(0, all.size())
                                .filter(at -> all.get(at).id().equals(after))
                                .findFirst()
                                .orElse(all.size() - 1);
        int to = Math.min(from + PAGE, all.size());
        return new Page<>(
                all.subList(from, to), to < all.size() ? all.get(to - 1).id() : null);
    }

    Mono<Long> cents() {
        return database.sql(MOVEMENTS)
                .map(SimulatedBalance::moved)
                .all()
                .map(move -> move.money().cents() - move.feeCents())
                .reduce(0L, Long::sum);
    }

    Mono<Void> payOut(long cents) {
        return database.sql("insert into payment.simulated_payout (id, cents, paid_at) values (:id, :cents, :now)")
                .bind("id", "po_simulated_" + Tokens.random())
                .bind("cents", cents)
                .bind("now", clock.instant())
                .then();
    }

    private static Moved moved(Readable row) {
        String category = row.get("category", String.class);
        long cents = row.get("cents", Long.class);
        Long fee = row.get("fee_cents", Long.class);
        String source = row.get("source", String.class);
        Instant at = row.get("at", Instant.class);
        Kind kind = kind(category);
        ToldMoney money = new ToldMoney(cents, EURO);
        return new Moved(
                row.get("id", String.class),
                kind,
                category,
                money,
                fee == null ? SimulatedProvider.feeCents(cents) : fee,
                at,
                source,
                kind == Kind.CHARGE
                        ? new Charge(
                                "ch_" + source,
                                "pi_" + source,
                                row.get("instance", String.class),
                                row.get("payment_id", UUID.class),
                                money,
                                true,
                                at)
                        : null);
    }

    private static Kind kind(String category) {
        return switch (category) {
            case "charge" -> Kind.CHARGE;
            case "refund", "refund_failure" -> Kind.REFUND;
            case "dispute", "dispute_reversal" -> Kind.DISPUTE;
            default -> Kind.PAYOUT;
        };
    }
}
