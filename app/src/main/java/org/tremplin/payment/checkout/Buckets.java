package org.tremplin.payment.checkout;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The buckets of all accounts, shared by all instances: who holds the row takes from it. */
@Component
class Buckets {

    private static final String SELECT = """
            select tokens, filled_at, pace, halved_at, closed_until, clock_timestamp() as now
            from payment.start_bucket where provider = :provider and account = :account
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Bucket.Rate rate;

    Buckets(DatabaseClient database, TransactionalOperator transaction, StartSettings settings) {
        this.database = database;
        this.transaction = transaction;
        this.rate = settings.rate();
    }

    /** As it is now, held until the caller's transaction ends. */
    Mono<Bucket> lock(Account account) {
        return read(account)
                .switchIfEmpty(Mono.defer(() -> create(account).then(read(account))))
                .map(held -> held.bucket().at(held.now(), rate));
    }

    /** Inside the transaction that locked it; gives the number by which whoever took from it is known in the line. */
    Mono<Long> save(Account account, Bucket bucket) {
        return of(account, """
                update payment.start_bucket set tokens = :tokens, filled_at = :filled, pace = :pace,
                  halved_at = :halved, closed_until = :closed
                where provider = :provider and account = :account
                returning nextval('payment.arrival') as arrival
                """)
                .bind("tokens", bucket.tokens())
                .bind("filled", bucket.filledAt())
                .bind("pace", bucket.pace())
                .bind("halved", Parameter.fromOrEmpty(bucket.halvedAt(), Instant.class))
                .bind("closed", Parameter.fromOrEmpty(bucket.closedUntil(), Instant.class))
                .map(row -> row.get("arrival", Long.class))
                .one();
    }

    /** The provider said too many. */
    Mono<Void> refused(Account account, Duration wait) {
        return lock(account)
                .flatMap(bucket -> save(account, bucket.refused(bucket.filledAt(), wait, rate)))
                .as(transaction::transactional)
                .then();
    }

    /** How many start in a second, as things are. */
    Mono<Double> perSecond(Account account) {
        return of(account, SELECT)
                .map(Buckets::held)
                .one()
                .map(held -> rate.perSecond() * held.bucket().paceAt(held.now()))
                .defaultIfEmpty(rate.perSecond());
    }

    private Mono<Held> read(Account account) {
        return of(account, SELECT + "for update").map(Buckets::held).one();
    }

    private Mono<Void> create(Account account) {
        return of(account, """
                insert into payment.start_bucket (provider, account, tokens, filled_at)
                values (:provider, :account, :burst, clock_timestamp()) on conflict do nothing
                """).bind("burst", rate.burst()).then();
    }

    private DatabaseClient.GenericExecuteSpec of(Account account, String sql) {
        return database.sql(sql).bind("provider", account.provider()).bind("account", account.account());
    }

    private static Held held(Readable row) {
        return new Held(
                new Bucket(
                        row.get("tokens", Double.class),
                        Objects.requireNonNull(row.get("filled_at", Instant.class)),
                        row.get("pace", Double.class),
                        row.get("halved_at", Instant.class),
                        row.get("closed_until", Instant.class)),
                Objects.requireNonNull(row.get("now", Instant.class)));
    }

    /** @param now the database's clock when the row was held */
    private record Held(Bucket bucket, Instant now) {}

    /** One account of one provider: its limits are its own. */
    record Account(String provider, String account) {}
}
