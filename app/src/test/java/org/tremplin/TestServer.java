package org.tremplin;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * The one PostgreSQL of a test run: an embedded 18 that is allowed to lose everything, or the one that
 * {@code TEST_POSTGRES} ({@code host:port:user:password}, environment or system property) names.
 */
record TestServer(String host, int port, String user, String password) {

    private static final String NAMED = "TEST_POSTGRES";
    private static final int PARTS = 4;

    static TestServer start() {
        String named = Optional.ofNullable(System.getProperty(NAMED)).orElseGet(() -> System.getenv(NAMED));
        return named == null || named.isBlank() ? embedded() : external(named);
    }

    private static TestServer external(String named) {
        String[] parts = named.split(":", PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException(NAMED + " must be host:port:user:password");
        }
        return new TestServer(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    private static TestServer embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            return new TestServer("127.0.0.1", server.getPort(), "postgres", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException("The embedded database of the tests does not start", failure);
        }
    }

    String jdbc(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbc(database), user, password);
    }

    /** Runs statements that belong to no database, such as {@code create database}. */
    void command(String sql) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
