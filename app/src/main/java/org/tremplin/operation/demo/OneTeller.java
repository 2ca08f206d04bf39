package org.tremplin.operation.demo;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tremplin.platform.persistence.OwnConnections;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets one instance at a time tell the story. The others wait at the door: a lock of the database, which goes with the
 * connection that holds it, so that an instance that is killed holds nobody up.
 */
@Component
class OneTeller {

    /** Any number that no other lock of the application has. */
    private static final long LOCK = 7_236_418_500_231L;

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final OwnConnections connections;

    OneTeller(OwnConnections connections) {
        this.connections = connections;
    }

    Mono<Void> alone(Mono<Void> telling) {
        return Mono.usingWhen(
                connections.open(),
                held -> lock(held).then(telling),
                PostgresqlConnection::close,
                (held, failure) -> held.close(),
                PostgresqlConnection::close);
    }

    private static Mono<Boolean> lock(PostgresqlConnection connection) {
        return Flux.from(connection
                        .createStatement("select pg_try_advisory_lock($1)")
                        .bind("$1", LOCK)
                        .execute())
                .flatMap((PostgresqlResult result) -> result.map((row, metadata) -> row.get(0, Boolean.class)))
                .filter(locked -> locked)
                .next()
                .repeatWhenEmpty(ends -> ends.delayElements(PATIENCE));
    }
}
