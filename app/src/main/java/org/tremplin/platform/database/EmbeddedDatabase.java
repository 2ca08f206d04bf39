package org.tremplin.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tremplin.platform.BadSetting;

/**
 * A real PostgreSQL in the data folder, kept over restarts. The JVM holds a lock on the folder: a taken lock means the
 * application is already started; a free lock with a live server means an orphan of a killed JVM, which is stopped.
 */
final class EmbeddedDatabase {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String EXTERNAL = "spring.r2dbc.url";
    private static final String USER = "postgres";
    private static final String NAME = "tremplin";
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final Duration ORPHAN_WAIT = Duration.ofSeconds(30);

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
    static EmbeddedDatabase start(Path dataDir, @Nullable String secret) {
        try {
            Files.createDirectories(dataDir);
            FileLock lock = lock(dataDir);
            Path cluster = dataDir.resolve("postgresql");
            stopOrphan(cluster);
            int port = port(dataDir);
            boolean fresh = !Files.exists(cluster.resolve("PG_VERSION"));
            if (fresh) {
                log.info("First start: unpacking PostgreSQL into {}", dataDir);
            }
            String password = secret == null ? null : password(secret);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(dataDir.resolve("binaries").toFile())
                    .setPort(port)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(START_WAIT);
            if (password != null) {
                builder.setConnectConfig("password", password);
            }
            EmbeddedPostgres server = builder.start();
            EmbeddedDatabase database = new EmbeddedDatabase(server, lock, port, password);
            database.prepare(cluster);
            return database;
        } catch (IOException | IllegalStateException | SQLException failure) {
            throw cannotStart(failure);
        }
    }

    Map<String, Object> settings() {
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

    void stop() {
        try {
            server.close();
            lock.channel().close();
        } catch (IOException failure) {
            log.warn("The embedded database did not stop cleanly; it recovers at the next start", failure);
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
        } catch (OverlappingFileLockException taken) {
            log.debug("The lock is held by this very JVM", taken);
        }
        channel.close();
        throw new BadSetting(
                "tremplin.data-dir",
                "Tremplin is already started on the data folder " + dataDir
                        + ": stop it first, or name another folder.");
    }

    private static void stopOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        Optional<ProcessHandle> orphan = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (orphan.isEmpty()) {
            return;
        }
        log.warn("A database server of an earlier start still runs (process {}): stopping it", pid);
        CompletableFuture<ProcessHandle> ended = orphan.get().onExit();
        orphan.get().destroy();
        try {
            ended.get(ORPHAN_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            throw new BadSetting(
                    "tremplin.data-dir",
                    "A database server of an earlier start (process " + pid
                            + ") does not stop: end it, then start again.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
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

    private void prepare(Path cluster) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase(
                                password == null ? Map.of() : Map.of("password", password))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + NAME + "'")
                    .next()) {
                statement.execute("create database " + NAME);
            }
            if (password != null) {
                statement.execute("alter user " + USER + " password '" + password + "'");
                Files.writeString(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
                statement.execute("select pg_reload_conf()");
            }
        }
    }

    private static String password(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
            return java.util.HexFormat.of()
                    .formatHex(mac.doFinal("embedded database".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM has HMAC-SHA-256", missing);
        }
    }

    private static BadSetting cannotStart(Exception failure) {
        log.debug("The embedded database does not start", failure);
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        String sentence = String.valueOf(failure.getMessage()).contains("No Postgres binary")
                ? "There is no embedded database for this system (" + platform
                        + "): name a PostgreSQL 15 or later by the setting spring.r2dbc.url."
                : "The embedded database does not start on " + platform + " (" + failure.getMessage()
                        + "); as root it needs user namespaces. Run as another user, or name a PostgreSQL 15 or later"
                        + " by the setting spring.r2dbc.url.";
        return new BadSetting(EXTERNAL, sentence);
    }
}
