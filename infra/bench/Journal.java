import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a long journal costs beside a short one: its pages and filters, its files and the accounting ones, and the check
 * of what was downloaded. See README.md.
 */
public class Journal {

    private static final String DATABASE = "journal";
    private static final double MOST_TIMES = 1.5;
    private static final long MOST_FIRST_BYTE_MS = 200;
    private static final long MOST_GROWTH_MIB = 32;
    private static final long MOST_CHECK_SECONDS = 5;
    private static final int SLICE = 2 << 20;
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private final Options options;
    private final Path work;
    private final Application application;
    private final HttpClient web = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private boolean good = true;

    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        Path work = Files.createDirectories(options.path("work").resolve("journal"));
        boolean good;
        try (Postgres postgres = new Postgres(work)) {
            World.make(postgres, options.path("jar"), work);
            World.copy(postgres, DATABASE);
            List<UUID> campaigns =
                    PreparedGifts.campaigns(postgres, DATABASE, World.campaign(postgres, DATABASE), 2);
            LongJournal shorter = new LongJournal(postgres, DATABASE, campaigns.get(0));
            LongJournal longer = new LongJournal(postgres, DATABASE, campaigns.get(1));
            shorter.fill(options.number("small", 1_000));
            longer.fill(options.number("large", 100_000));
            postgres.command(DATABASE, "vacuum analyze");
            try (Application application = new Application(
                    options.path("jar"), work, "journal", postgres.port, DATABASE, "tremplin.demo.sample-data=false",
                    "tremplin.pump.enabled=false")) {
                if (application.command("rebuild-totals") != 0) {
                    throw new IOException("The kept totals cannot be counted, see " + application.log());
                }
                application.start();
                Journal bench = new Journal(options, work, application);
                bench.pages(shorter, longer);
                bench.files(longer);
                good = bench.good;
            }
        }
        System.exit(good ? 0 : 1);
    }

    private Journal(Options options, Path work, Application application) {
        this.options = options;
        this.work = work;
        this.application = application;
    }

    /** One after the other in turn, so that whatever else the machine does falls on both. */
    private void pages(LongJournal shorter, LongJournal longer) throws Exception {
        say("%-34s %12s %12s %8s", "page, median of ms", shorter.size() + " entries", longer.size() + " entries", "times");
        int rounds = options.number("rounds", 200);
        for (String query : List.of(
                "", "?genre=fee", "?mois=2025-06", "?montant=3", "?ligne=LINE", "?avant=HALF",
                "?genre=gift&montant=6&mois=2025-06", "?genre=fee&montant=3",
                "?ligne=LINE&montant=6", "?genre=expense")) {
            double[] few = new double[rounds];
            double[] many = new double[rounds];
            for (int round = -rounds / 2; round < rounds; round++) {
                double one = page(shorter, query);
                double other = page(longer, query);
                if (round >= 0) {
                    few[round] = one;
                    many[round] = other;
                }
            }
            double times = median(many) / median(few);
            good &= times <= MOST_TIMES;
            say("%-34s %12.2f %12.2f %8.2f %s", query.isEmpty() ? "the newest" : query, median(few), median(many), times,
                    times <= MOST_TIMES ? "" : "MISSED, at most " + MOST_TIMES);
        }
    }

    private double page(LongJournal of, String query) throws Exception {
        String path = "/c/" + of.slug() + "/journal"
                + query.replace("LINE", of.line()).replace("HALF", Long.toString(of.size() / 2));
        long sent = System.nanoTime();
        HttpResponse<byte[]> answer = web.send(request(path, "text/html").build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " is answered " + answer.statusCode());
        }
        return (System.nanoTime() - sent) / 1e6;
    }

    private void files(LongJournal of) throws Exception {
        String session = of.session();
        String books = "/espace/" + of.association() + "/comptabilite/ecritures";
        Path journal = work.resolve("journal.jsonl");
        say("");
        say("%-34s %10s %12s %12s %10s", "file", "MiB", "first byte", "heap growth", "seconds");
        file("journal, JSON Lines", "/c/" + of.slug() + "/journal.jsonl", session, journal);
        file("journal, CSV", "/c/" + of.slug() + "/journal.csv", session, work.resolve("journal.csv"));
        file("accounts, FEC", books + ".txt?de=2025-01&a=2026-12", session, work.resolve("ecritures.txt"));
        file("accounts, CSV", books + ".csv?de=2025-01&a=2026-12", session, work.resolve("ecritures.csv"));
        check(journal);
    }

    /** Read in slices, and the heap looked at between them: what is held for a reader who takes his time. */
    private void file(String name, String path, String session, Path to) throws Exception {
        HttpRequest request = request(path, "*/*").header("Cookie", "session=" + session).build();
        firstByte(request);
        long before = heapKiB();
        long first = firstByte(request);
        long most = before;
        long bytes = 0;
        long began = System.nanoTime();
        HttpResponse<InputStream> answer = web.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " is answered " + answer.statusCode());
        }
        try (InputStream in = answer.body(); OutputStream out = Files.newOutputStream(to)) {
            for (byte[] slice = in.readNBytes(SLICE); slice.length > 0; slice = in.readNBytes(SLICE)) {
                out.write(slice);
                bytes += slice.length;
                most = Math.max(most, bytes < 16L * SLICE ? heapKiB() : most);
            }
        }
        long growth = (most - before) / 1024;
        boolean fits = first <= MOST_FIRST_BYTE_MS && growth < MOST_GROWTH_MIB;
        good &= fits;
        say("%-34s %10.1f %9d ms %8d MiB %10.1f %s", name, bytes / 1048576.0, first, growth,
                (System.nanoTime() - began) / 1e9, fits ? "" : "MISSED, at most 200 ms and 32 MiB");
    }

    private long firstByte(HttpRequest request) throws Exception {
        long sent = System.nanoTime();
        try (InputStream in = web.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            in.read();
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent);
        }
    }

    /** On one processor, with the start of the JVM. */
    private void check(Path journal) throws Exception {
        long began = System.nanoTime();
        Process process = new ProcessBuilder("taskset", "-c", "0",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                        options.path("jar").toString(), "verify-journal", journal.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double took = (System.nanoTime() - began) / 1e9;
        boolean sound = process.waitFor() == 0;
        good &= sound && took < MOST_CHECK_SECONDS;
        say("");
        say("verify-journal, whole, on one processor: %.1f s (under %d at 100,000 entries)%n%s", took, MOST_CHECK_SECONDS, said);
    }

    /** What lives, counted while the application stands still: what it throws away meanwhile is no growth. */
    private long heapKiB() throws Exception {
        Matcher total = TOTAL.matcher(jcmd("GC.class_histogram"));
        if (!total.find()) {
            throw new IOException("jcmd does not tell the heap");
        }
        return Long.parseLong(total.group(1)) / 1024;
    }

    private String jcmd(String what) throws Exception {
        return Postgres.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(application.pid()), what));
    }

    private HttpRequest.Builder request(String path, String accept) {
        return HttpRequest.newBuilder(application.address(path)).timeout(Duration.ofMinutes(10)).header("Accept", accept);
    }

    private static double median(double[] all) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String text, Object... facts) {
        System.out.printf(Locale.ROOT, text + "%n", facts);
    }
}
