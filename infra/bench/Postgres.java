import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server of its own, as a child process, with the durability of a fresh installation. It refuses to run as
 * root, so root starts it as nobody.
 */
final class Postgres implements AutoCloseable {

    static final Path BIN = Path.of(System.getProperty("postgres.bin", "/usr/lib/postgresql/15/bin"));
    private static final String USER = "postgres";

    final int port;
    private final Path data;
    private final Path log;
    private Process server;

    Postgres(Path work) throws IOException, InterruptedException {
        port = freePort();
        Files.createDirectories(work);
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "tremplin-postgres");
        data = folder.resolve("data");
        log = work.resolve("postgres.log");
        Files.deleteIfExists(log);
        if (root()) {
            run(List.of("chown", "nobody", folder.toString()));
        }
        run(as(BIN.resolve("initdb").toString(), "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8",
                "--locale=C.UTF-8"));
        start();
    }

    /** fsync, synchronous_commit and full_page_writes stay on, as they are by default. */
    void start() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(as(
                BIN.resolve("postgres").toString(), "-D", data.toString(), "-p", String.valueOf(port),
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=100",
                "-c", "shared_buffers=256MB", "-c", "max_wal_size=2GB"));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        server = builder.start();
        Process started = server;
        // nothing is left behind when this program itself is ended
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        for (int tries = 0; ; tries++) {
            try (Connection ready = connect("postgres")) {
                return;
            } catch (SQLException notYet) {
                if (tries > 600 || !server.isAlive()) {
                    throw new IOException("PostgreSQL does not start, see " + log, notYet);
                }
                Thread.sleep(100);
            }
        }
    }

    long pid() {
        return server.pid();
    }

    /** As when the machine loses its power: every process of the server ends at once. */
    void kill() throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        server.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        server.waitFor();
        for (ProcessHandle one : all) {
            while (one.isAlive()) {
                Thread.sleep(10);
            }
        }
    }

    /** Its processes stand still, or go on: the connections stay and nobody answers. */
    void frozen(boolean frozen) throws IOException, InterruptedException {
        List<String> signal = new ArrayList<>(List.of("kill", frozen ? "-STOP" : "-CONT", String.valueOf(pid())));
        server.descendants().forEach(child -> signal.add(String.valueOf(child.pid())));
        // a child may have ended meanwhile
        new ProcessBuilder(signal).start().waitFor();
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=5", USER, "");
    }

    void command(String database, String sql) throws SQLException {
        try (Connection connection = connect(database); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String database, String sql) throws SQLException {
        String text = text(database, sql);
        return text == null ? 0 : Long.parseLong(text);
    }

    /** The first column of the first row. */
    String text(String database, String sql) throws SQLException {
        List<String> rows = texts(database, sql);
        return rows.isEmpty() ? null : rows.get(0);
    }

    List<String> texts(String database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect(database);
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() throws InterruptedException, IOException {
        if (server.isAlive()) {
            frozen(false);
            // "immediate": nobody needs this database any more
            new ProcessBuilder("kill", "-QUIT", String.valueOf(pid())).start().waitFor();
            server.waitFor();
        }
        new ProcessBuilder("rm", "-rf", data.getParent().toString()).start().waitFor();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** With setpriv, which becomes the command: runuser would stand between us and the server. */
    private static List<String> as(String... command) {
        List<String> all = new ArrayList<>();
        if (root()) {
            all.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        all.addAll(List.of(command));
        return all;
    }

    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(new File("/tmp")).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + said);
        }
        return said;
    }
}
