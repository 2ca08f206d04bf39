package org.tremplin.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.BadSetting;

/**
 * A real PostgreSQL in the data folder, kept over restarts. The JVM holds a lock on the folder: a taken lock means the
 * application is already started; a free lock with a live server means an orphan of a killed JVM, which is stopped.
 */
final class EmbeddedDatabase {

    private static final String EXTERNAL = "spring.r2dbc.url";
    private static final String USER = "postgres";
    private static final String NAME = "tremplin";
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final FileLock lock;
    private final int port;
    private final @Nullable String password;

    private EmbeddedDatabase(EmbeddedPostgres server, FileLock lock, int port, @Nullable String password) {
        this.server = server;
        this.lock = lock;
        this.port = port;
        this.password = password;
    }

    /** @param secret source of the server's password; none in demo, where the loopback address is trusted */
    static EmbeddedDatabase start(Path dataDir, @Nullable String secret, Log log) {
        Path cluster = dataDir.resolve("postgresql");
        try {
            Files.createDirectories(dataDir);
            FileLock lock = lock(dataDir);
            Orphan.stop(cluster, dataDir.resolve("binaries"), log);
            int port = port(dataDir);
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                log.info("First start: PostgreSQL was unpacked into " + dataDir);
            }
            Doorkeeper doorkeeper = new Doorkeeper(cluster, secret);
            doorkeeper.beforeStart();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(dataDir.resolve("binaries").toFile())
                    .setPort(port)
                    .setRegisterShutdownHook(false)
                    // the same sorting everywhere, and a terminal's LANG that this machine does not know stops nothing
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(START_WAIT);
            if (doorkeeper.password() != null) {
                builder.setConnectConfig("password", doorkeeper.password());
            }
            EmbeddedDatabase database = new EmbeddedDatabase(builder.start(), lock, port, doorkeeper.password());
            database.prepare(doorkeeper);
            return database;
        } catch (IOException | IllegalStateException | SQLException failure) {
            Orphan.stopQuietly(cluster, dataDir.resolve("binaries"), log);
            throw cannotStart(failure, log);
        }
    }

    /** Whether there is one, running or not. */
    static boolean made(Path dataDir) {
        return Files.exists(dataDir.resolve("postgresql").resolve("PG_VERSION"));
    }

    /** Whether an application runs on this folder. */
    static boolean inUse(Path dataDir) {
        if (!Files.exists(dataDir.resolve("lock"))) {
            return false;
        }
        try {
            lock(dataDir).channel().close();
            return false;
        } catch (BadSetting taken) {
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException("The data folder " + dataDir + " cannot be read", failure);
        }
    }

    /** How to reach the server that the running application has started. */
    static Map<String, Object> running(Path dataDir, @Nullable String secret) {
        try {
            int port =
                    Integer.parseInt(Files.readString(dataDir.resolve("port")).strip());
            return settings(port, new Doorkeeper(dataDir.resolve("postgresql"), secret).password());
        } catch (IOException failure) {
            throw new UncheckedIOException("The data folder " + dataDir + " cannot be read", failure);
        }
    }

    Map<String, Object> settings() {
        return settings(port, password);
    }

    private static Map<String, Object> settings(int port, @Nullable String password) {
        String address = "postgresql://127.0.0.1:" + port + "/" + NAME;
        String word = password == null ? "" : password;
        return Map.of(
                "spring.r2dbc.url", "r2dbc:" + address,
                "spring.r2dbc.username", USER,
                "spring.r2dbc.password", word,
                "spring.flyway.url", "jdbc:" + address,
                "spring.flyway.user", USER,
                "spring.flyway.password", word);
    }

    /** Runs when logging may be over already: a server that did not stop cleanly recovers at the next start. */
    void stop() {
        try {
            server.close();
            lock.channel().close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The embedded database did not stop cleanly", failure);
        }
    }

    private static FileLock lock(Path dataDir) throws IOException {
        FileChannel channel =
                FileChannel.open(dataDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException heldByThisVeryJvm) {
            channel.close();
            throw taken(dataDir);
        }
        channel.close();
        throw taken(dataDir);
    }

    private static BadSetting taken(Path dataDir) {
        return new BadSetting(
                "tremplin.data-dir",
                "Tremplin is already started on the data folder " + dataDir
                        + ": stop it first, or name another folder.");
    }

    /** Chosen free once and kept, so that an orphan is found at the same place. */
    private static int port(Path dataDir) throws IOException {
        Path file = dataDir.resolve("port");
        if (Files.exists(file)) {
            int kept = Integer.parseInt(Files.readString(file).strip());
            if (free(kept)) {
                return kept;
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private void prepare(Doorkeeper doorkeeper) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase(
                                password == null ? Map.of() : Map.of("password", password))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + NAME + "'")
                    .next()) {
                statement.execute("create database " + NAME);
            }
            doorkeeper.afterStart(statement);
        }
    }

    private static BadSetting cannotStart(Exception failure, Log log) {
        log.debug("The embedded database does not start", failure);
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return new BadSetting(EXTERNAL, sentence(failure, platform, "root".equals(System.getProperty("user.name"))));
    }

    /** The binaries refuse to run as root, so the library starts them in a user namespace, which a host may forbid. */
    static String sentence(Exception failure, String platform, boolean root) {
        String reason = String.valueOf(failure.getMessage());
        String otherwise = "name a PostgreSQL 15 or later by the setting " + EXTERNAL + ".";
        if (reason.contains("embedded postgres binaries")) {
            return "There is no embedded database for this system (" + platform + "): " + otherwise;
        }
        return root
                ? "The embedded database does not start as root where user namespaces are forbidden: start Tremplin as"
                        + " another user, or " + otherwise
                : "The embedded database does not start on " + platform + " (" + reason + "): mend that, or "
                        + otherwise;
    }
}
