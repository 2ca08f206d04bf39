import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Measures a running instance from outside; see README.md beside this file. One file, JDK 17, nothing to build:
 * {@code java infra/bench/Bench.java}.
 */
public class Bench {

    private static final String USAGE = """
            java infra/bench/Bench.java pages  http://localhost:8080 /c/adresse [seconds] [connections]
            java infra/bench/Bench.java intake http://localhost:8080 whsec_... [seconds] [connections]
            java infra/bench/Bench.java budget http://localhost:8080 /c/adresse/don [bytes] [requests]
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WARM_UP_SECONDS = 3;

    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.print(USAGE);
            System.exit(2);
        }
        URI base = URI.create(args[1]);
        boolean good =
                switch (args[0]) {
                    case "pages" -> load(page(base.resolve(args[2])), number(args, 3, 10), number(args, 4, 16));
                    case "intake" -> load(event(base, args[2]), number(args, 3, 10), number(args, 4, 16));
                    case "budget" -> budget(base.resolve(args[2]), number(args, 3, 14_000), number(args, 4, 3));
                    default -> false;
                };
        System.exit(good ? 0 : 1);
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at]) : otherwise;
    }

    // -- load: every connection sends its next request when the last was answered

    private static Supplier<HttpRequest> page(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip")
                .build();
        return () -> request;
    }

    /** A signed event of a kind nobody hears: it is stored, answered and then passed over. */
    private static Supplier<HttpRequest> event(URI base, String secret) {
        return () -> {
            long now = Instant.now().getEpochSecond();
            String id = "evt_bench_" + UUID.randomUUID().toString().replace("-", "");
            String body = """
                    {"id":"%s","object":"event","type":"bench.ping","created":%d,"livemode":false,\
                    "pending_webhooks":1,"data":{"object":{"id":"bench","object":"bench"}}}""".formatted(id, now);
            return HttpRequest.newBuilder(base.resolve("/webhooks/stripe"))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Stripe-Signature", "t=" + now + ",v1=" + sign(secret, now + "." + body))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
        };
    }

    private static String sign(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean load(Supplier<HttpRequest> requests, int seconds, int connections) throws Exception {
        run(requests, WARM_UP_SECONDS, connections);
        long start = System.nanoTime();
        List<Answers> all = run(requests, seconds, connections);
        double took = (System.nanoTime() - start) / 1e9;
        long[] nanos = all.stream().flatMapToLong(Answers::nanos).sorted().toArray();
        long failed = all.stream().mapToLong(Answers::failed).sum();
        long bytes = all.stream().mapToLong(Answers::bytes).sum();
        if (nanos.length == 0) {
            System.out.printf("no answer, %d failed%n", failed);
            return false;
        }
        System.out.printf(
                Locale.ROOT,
                "%d connections, %.1f s: %.0f req/s, p50 %.2f ms, p99 %.2f ms, max %.2f ms, %d bytes each, %d failed%n",
                connections,
                took,
                nanos.length / took,
                at(nanos, 0.50),
                at(nanos, 0.99),
                at(nanos, 1),
                bytes / nanos.length,
                failed);
        return failed == 0;
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(part * sorted.length))] / 1e6;
    }

    private static List<Answers> run(Supplier<HttpRequest> requests, int seconds, int connections)
            throws InterruptedException, ExecutionException {
        ExecutorService donors = Executors.newFixedThreadPool(connections);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try {
            List<Future<Answers>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(donors.submit((Callable<Answers>) () -> repeat(requests, end)));
            }
            List<Answers> answers = new ArrayList<>();
            for (Future<Answers> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            donors.shutdown();
        }
    }

    private static Answers repeat(Supplier<HttpRequest> requests, long end) throws InterruptedException {
        HttpClient client = client();
        long[] nanos = new long[1024];
        int answered = 0;
        long failed = 0;
        long bytes = 0;
        while (System.nanoTime() < end) {
            HttpRequest request = requests.get();
            long sent = System.nanoTime();
            try {
                HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() / 100 == 2) {
                    nanos = answered == nanos.length ? Arrays.copyOf(nanos, 2 * answered) : nanos;
                    nanos[answered++] = System.nanoTime() - sent;
                    bytes += answer.body().length;
                } else {
                    failed++;
                }
            } catch (java.io.IOException refused) {
                failed++;
            }
        }
        return new Answers(Arrays.copyOf(nanos, answered), failed, bytes);
    }

    private record Answers(long[] each, long failed, long bytes) {
        LongStream nanos() {
            return Arrays.stream(each);
        }
    }

    // -- budget: what a donor's telephone loads before it can show the page

    private static final Pattern TAG = Pattern.compile("<(link|script|img|use|source|video|iframe)\\b[^>]*>");
    private static final Pattern ADDRESS = Pattern.compile("\\b(?:src|href)=\"([^\"#]*)");
    private static final Pattern IN_STYLE = Pattern.compile("url\\(\\s*['\"]?([^'\")#]+)");

    private static boolean budget(URI page, int mostBytes, int mostRequests) throws Exception {
        HttpResponse<byte[]> html = fetch(page);
        long bytes = show(html);
        Set<URI> loaded = new LinkedHashSet<>();
        for (URI address : named(page, html)) {
            if (!loaded.add(address) || !ours(page, address)) {
                continue;
            }
            HttpResponse<byte[]> answer = fetch(address);
            long size = show(answer);
            if (type(answer).startsWith("text/css")) {
                bytes += size;
                addAll(loaded, address, IN_STYLE.matcher(text(answer)));
            }
        }
        List<URI> foreign =
                loaded.stream().filter(address -> !ours(page, address)).toList();
        int requests = 1 + loaded.size();
        System.out.printf("HTML and CSS %d bytes (at most %d), %d requests (at most %d), third parties: %s%n",
                bytes, mostBytes, requests, mostRequests, foreign.isEmpty() ? "none" : foreign);
        return html.statusCode() == 200 && bytes <= mostBytes && requests <= mostRequests && foreign.isEmpty();
    }

    /** What the page loads by itself. The site's icon is left out: it is asked once a site, after the page shows. */
    private static Set<URI> named(URI page, HttpResponse<byte[]> html) throws Exception {
        Set<URI> named = new LinkedHashSet<>();
        Matcher tags = TAG.matcher(text(html));
        while (tags.find()) {
            String tag = tags.group();
            boolean link = tag.startsWith("<link");
            if (!link || tag.matches("(?s).*rel=\"[^\"]*(stylesheet|preload)\\b.*")) {
                addAll(named, page, ADDRESS.matcher(tag));
            }
        }
        return named;
    }

    private static void addAll(Set<URI> addresses, URI base, Matcher found) {
        while (found.find()) {
            String address = found.group(1).strip().replace("&amp;", "&");
            if (!address.isEmpty() && !address.startsWith("data:")) {
                addresses.add(base.resolve(address));
            }
        }
    }

    private static boolean ours(URI page, URI address) {
        return page.getAuthority().equals(address.getAuthority());
    }

    private static HttpResponse<byte[]> fetch(URI address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept-Encoding", "gzip")
                .build();
        return client().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static long show(HttpResponse<byte[]> answer) {
        System.out.printf("%3d %6d bytes %s %s%n",
                answer.statusCode(), answer.body().length, type(answer), answer.uri().getPath());
        return answer.body().length;
    }

    private static String type(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("?");
    }

    private static String text(HttpResponse<byte[]> answer) throws java.io.IOException {
        boolean gzip = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        byte[] plain = gzip
                ? new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(answer.body())).readAllBytes()
                : answer.body();
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }
}
