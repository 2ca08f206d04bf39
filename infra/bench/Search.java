import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a search over ten thousand campaigns costs, and the page of one of them: see README.md. */
public class Search {

    private static final String DATABASE = "search";
    private static final HttpClient WEB =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A page and its aim at the median, in milliseconds. */
    private record Asked(String page, double aim) {

        /** Of the page of a project each time another one is read: one that was read is kept for two seconds. */
        String at(int round, int campaigns) {
            return page.startsWith("/c/") ? "/c/projet-" + (1 + Math.floorMod(round * 37, campaigns)) + "/mecene" : page;
        }
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        int rounds = options.number("rounds", 200);
        int campaigns = options.number("campaigns", 10_000);
        Path work = Files.createDirectories(options.path("work").resolve("search"));
        boolean good = true;
        try (Postgres postgres = new Postgres(work)) {
            World.make(postgres, options.path("jar"), work);
            World.copy(postgres, DATABASE);
            World.multiply(postgres, DATABASE, campaigns);
            try (Application application = new Application(
                    options.path("jar"), work, "search", postgres.port, DATABASE, "tremplin.demo.sample-data=false",
                    "tremplin.pump.enabled=false")) {
                application.start();
                System.out.printf(Locale.ROOT, "%d campaigns; the very first search read them all in %.0f ms%n", campaigns,
                        took(application, "/mecenes"));
                System.out.printf("%-46s %10s %10s %10s%n", "page, ms", "median", "p99", "aim");
                List<Asked> pages = List.of(
                        new Asked("/mecenes", 50),
                        new Asked("/mecenes?q=rivi%C3%A8re", 50),
                        new Asked("/mecenes?q=projet&stade=en-cours", 50),
                        new Asked("/mecenes?lieu=Valmorin&cause=sport&suivi=bilan", 50),
                        new Asked("/mecenes?dep=69&besoin=argent&tri=reste", 50),
                        new Asked("/c/passe-a-poissons/mecene", 30));
                // the compiler of the JVM has its work done by the first that counts
                for (int round = -3 * rounds; round < 0; round++) {
                    for (Asked asked : pages) {
                        took(application, asked.at(round, campaigns));
                    }
                }
                for (Asked asked : pages) {
                    good &= measure(application, asked, rounds, campaigns);
                }
            }
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean measure(Application application, Asked asked, int rounds, int campaigns) throws Exception {
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            millis[round] = took(application, asked.at(round, campaigns));
        }
        Arrays.sort(millis);
        boolean met = millis[rounds / 2] <= asked.aim();
        System.out.printf(Locale.ROOT, "%-46s %10.1f %10.1f %10.0f %s%n", asked.page(), millis[rounds / 2],
                millis[(int) (rounds * 0.99)], asked.aim(), met ? "" : "MISSED");
        return met;
    }

    private static double took(Application application, String page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(application.address(page))
                .timeout(Duration.ofSeconds(120))
                .header("Accept", "text/html")
                .build();
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer = WEB.send(request, HttpResponse.BodyHandlers.ofByteArray());
        double millis = (System.nanoTime() - begun) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IOException(page + " answered " + answer.statusCode());
        }
        return millis;
    }
}
