package org.tremplin;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * A migrated database of its own on the one real PostgreSQL of the test run (see {@link TestServer}): migrated once,
 * then copied, which takes some 50 ms. Tests without Spring may use it directly.
 */
public final class TestDatabase {

    static {
        NothingBlocks.watch();
    }

    private static final TestServer SERVER = TestServer.start();
    private static final TestDatabase MIGRATED = migrated();
    private static final int POOL = 10;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new database with every migration applied and no row. */
    public static TestDatabase fresh() {
        return MIGRATED.copy();
    }

    /** A new empty database: for tests of the migrations themselves. */
    public static TestDatabase blank() {
        TestDatabase blank = new TestDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
        SERVER.command("create database " + blank.name);
        return blank;
    }

    /** A copy of this one as it is now; nothing may be connected to this one. */
    public TestDatabase copy() {
        TestDatabase copy = new TestDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
        disconnectAll();
        SERVER.command("create database " + copy.name + " template " + name);
        return copy;
    }

    /** Ends every connection to this database, as a restart of the server would. */
    public void disconnectAll() {
        SERVER.command("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    /** Refuses new connections and ends the present ones, or lets them in again. */
    public void reachable(boolean reachable) {
        SERVER.command("alter database " + name + " with allow_connections " + reachable);
        if (!reachable) {
            disconnectAll();
        }
    }

    public void drop() {
        SERVER.command("drop database " + name + " with (force)");
    }

    /** A pool of connections; whoever asks disposes of it. */
    public ConnectionPool pool() {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(
                        new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                                .host(SERVER.host())
                                .port(SERVER.port())
                                .username(SERVER.user())
                                .password(SERVER.password())
                                .database(name)
                                .build()))
                .initialSize(0)
                .maxSize(POOL)
                .maxIdleTime(IDLE) // the pool of a test that is over keeps no connection of the 200
                .backgroundEvictionInterval(IDLE)
                .maxAcquireTime(Duration.ofSeconds(5))
                .maxCreateConnectionTime(Duration.ofSeconds(5))
                .validationQuery("select 1")
                .build());
    }

    /** For tests of SQL without an application. */
    public DatabaseClient client() {
        return DatabaseClient.create(pool());
    }

    public static TransactionalOperator transaction(DatabaseClient client) {
        return TransactionalOperator.create(new R2dbcTransactionManager(client.getConnectionFactory()));
    }

    public Connection connect() throws SQLException {
        return SERVER.connect(name);
    }

    public String jdbcUrl() {
        return SERVER.jdbc(name);
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + SERVER.host() + ":" + SERVER.port() + "/" + name;
    }

    public static String user() {
        return SERVER.user();
    }

    public static String password() {
        return SERVER.password();
    }

    /** The migrations of the application, as it would run them itself. */
    public Flyway flyway() {
        return Flyway.configure()
                .dataSource(jdbcUrl(), SERVER.user(), SERVER.password())
                .locations("classpath:db/migration")
                .schemas("public")
                .outOfOrder(true)
                .load();
    }

    private static TestDatabase migrated() {
        TestDatabase template = blank();
        template.flyway().migrate();
        return template;
    }
}
