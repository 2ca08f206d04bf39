package org.tremplin.platform.persistence;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Connections outside the pool, for who keeps one: a listener, the holder of a lock. Whoever asks closes it; what it
 * held in the database ends with it.
 */
@Component
public class OwnConnections {

    private final ConnectionFactory connections;

    public OwnConnections(ConnectionFactory connections) {
        this.connections = connections;
    }

    public Mono<PostgresqlConnection> open() {
        return Mono.defer(() -> direct(connections).create());
    }

    private static PostgresqlConnectionFactory direct(Object wrapped) {
        Object factory = wrapped;
        while (factory instanceof Wrapped<?> outer && !(factory instanceof PostgresqlConnectionFactory)) {
            factory = outer.unwrap();
        }
        if (factory instanceof PostgresqlConnectionFactory direct) {
            return direct;
        }
        throw new IllegalStateException("Not a connection to PostgreSQL: " + factory);
    }
}
