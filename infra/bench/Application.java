import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built jar as a child process. */
final class Application implements AutoCloseable {

    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String WEBHOOK_SECRET = "whsec_of_this_run";
    private static final HttpClient WEB = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    final int port;
    private final int manage;
    private final List<String> command = new ArrayList<>();
    private final Path log;
    private Process process;

    /** @param settings as on the command line, without the dashes */
    Application(Path jar, Path work, String name, int databasePort, String database, String... settings)
            throws IOException {
        port = Postgres.freePort();
        manage = Postgres.freePort();
        log = work.resolve(name + ".log");
        Files.deleteIfExists(log);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-jar",
                jar.toString()));
        add("server.port=" + port, "management.server.port=" + manage, "tremplin.data-dir=" + work.resolve(name),
                "tremplin.base-url=http://localhost:" + port, "tremplin.secret=" + SECRET,
                "spring.r2dbc.url=r2dbc:postgresql://127.0.0.1:" + databasePort + "/" + database,
                "spring.r2dbc.username=postgres", "spring.r2dbc.password=unused",
                // every gift of the run comes from one address
                "tremplin.donation.limits.per-block=1000000", "tremplin.donation.limits.per-campaign=1000000",
                "tremplin.payment.session-starts-per-second=1000");
        add(settings);
    }

    /** Settings of the real provider's code, against a server that speaks as Stripe does. */
    static String[] stripe(String base, String... more) {
        List<String> all = new ArrayList<>(List.of("tremplin.stripe.secret-key=sk_test_of_this_run",
                "tremplin.stripe.webhook-secret=" + WEBHOOK_SECRET, "tremplin.stripe.api-base=" + base,
                "tremplin.demo.sample-data=false"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void add(String... settings) {
        for (String setting : settings) {
            command.add("--" + setting);
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Without waiting until it is ready. */
    void launch() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Process started = process;
        // nothing is left behind when this program itself is ended
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    }

    void start() throws IOException, InterruptedException {
        launch();
        awaitReady(Duration.ofMinutes(10));
    }

    void awaitReady(Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!ready()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException("The application does not get ready, see " + log);
            }
            Thread.sleep(100);
        }
    }

    boolean ready() throws InterruptedException {
        URI health = URI.create("http://127.0.0.1:" + manage + "/actuator/health/readiness");
        try {
            return WEB.send(
                            HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A command of the same jar on the same database. */
    int command(String what) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.add(all.indexOf("-jar") + 2, what);
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void frozen(boolean frozen) throws IOException, InterruptedException {
        new ProcessBuilder("kill", frozen ? "-STOP" : "-CONT", String.valueOf(pid())).start().waitFor();
    }

    Path log() {
        return log;
    }

    @Override
    public void close() throws InterruptedException {
        if (alive()) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }
}
