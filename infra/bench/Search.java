import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
            many(postgres, campaigns);
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

    /** Copies of the sample's campaigns with other names, places, causes and days; received sums as the books keep them. */
    private static void many(Postgres postgres, int campaigns) throws SQLException {
        postgres.command(DATABASE, """
                create temporary table made as
                select gen_random_uuid() as id, number, source.id as source
                from generate_series(1, %d) number
                join (select id, row_number() over (order by slug) as place, count(*) over () as all_of_them
                  from campaign.public_campaign) source on source.place = 1 + number %% source.all_of_them;
                insert into campaign.campaign (id, association_id, slug, state, edition, title, lead, cause, city,
                  department, language, cover, cover_alt, goal_cents, minimum_cents, opens_on, closes_on, search,
                  created_at, published_at, closed_at)
                select made.id, association_id, 'projet-' || number, state, 1,
                  title || ' ' || number, lead, (array['sport', 'culture', 'environnement', 'sante'])[1 + number %% 4],
                  (array['Valmorin', 'Lyon 8e', 'Nantes', 'Saint-Denis'])[1 + number %% 4],
                  (array['69', '69', '44', '93'])[1 + number %% 4], language, null, '', goal_cents, minimum_cents,
                  opens_on, closes_on, search || to_tsvector('public.fr_plain', 'projet ' || number),
                  created_at, published_at + number * interval '1 second', closed_at
                from made join campaign.campaign source on source.id = made.source;
                insert into campaign.edition (campaign_id, number, plan, published_at, reason, role)
                select made.id, 1, edition.plan, edition.published_at, edition.reason, edition.role
                from made join campaign.campaign source on source.id = made.source
                join campaign.edition edition on edition.campaign_id = source.id and edition.number = source.edition;
                analyze
                """.formatted(campaigns));
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
