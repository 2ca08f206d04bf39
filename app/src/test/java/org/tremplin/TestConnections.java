package org.tremplin;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * The application's connections in tests. The database behind them changes with the test class, so that one started
 * application serves all of them.
 */
public final class TestConnections implements ConnectionFactory, Wrapped<ConnectionFactory> {

    /** As the start of this application left it; each test class gets a copy. */
    private final TestDatabase started = TestDatabase.fresh();

    private final AtomicLong lent = new AtomicLong();
    private final AtomicLong queries = new AtomicLong();
    private volatile TestDatabase database = started;
    private volatile ConnectionPool pool = started.pool();

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.defer(pool::create)
                .doOnSubscribe(asked -> lent.incrementAndGet())
                .map(this::counted);
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, facts) -> {
                    if (method.getName().equals("createStatement")) {
                        queries.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, facts);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** How many queries were made, in transactions too. */
    public long queries() {
        return queries.get();
    }

    /** How often one was asked for: outside a transaction, once for each query. */
    public long lent() {
        return lent.get();
    }

    /** For who keeps a connection outside the pool. */
    @Override
    public ConnectionFactory unwrap() {
        return pool;
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return pool.getMetadata();
    }

    /** The database of the test class that runs. */
    public TestDatabase database() {
        return database;
    }

    /** Goes on with a database in which nothing happened yet. */
    public void renew() {
        // what runs by itself, such as the pump of a story, must not hold the database that is copied
        started.reachable(false);
        goOnWith(started.copy());
    }

    /** Goes on with another database, as after a restore; the one before is gone. */
    public void goOnWith(TestDatabase next) {
        ConnectionPool before = pool;
        TestDatabase old = database;
        database = next;
        pool = next.pool();
        before.disposeLater().onErrorComplete().block();
        if (old != started) {
            old.drop();
        }
    }
}
