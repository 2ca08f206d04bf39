import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.tremplin.payment.FakeStripe;

/** People who give, whatever happens to the server: they send the form again until it answers, as people do. */
final class Donors {

    private static final String TOKEN = "0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Application application;
    private final String slug;
    private final FakeStripe stripe;
    /** Forms that were begun, by their once-only key. */
    final Set<String> keys = new ConcurrentSkipListSet<>();
    /** Sessions that each form led to. */
    final Map<String, Set<String>> sessions = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    Donors(Application application, String slug, FakeStripe stripe) {
        this.application = application;
        this.slug = slug;
        this.stripe = stripe;
    }

    void start(int count, long seed) {
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed * 31 + i);
            String name = "donor-" + i;
            Thread thread = new Thread(() -> giveOn(name, random), name);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Each finishes the gift it is at. */
    void stop() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void giveOn(String name, Random random) {
        HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
        try {
            for (int gift = 0; !over; gift++) {
                give(browser, name + "-key-" + "%08d".formatted(gift), random);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void give(HttpClient browser, String key, Random random) throws InterruptedException {
        keys.add(key);
        long cents = 500 + random.nextInt(20_000);
        boolean twice = random.nextInt(4) == 0;
        if (twice) {
            // a double click: the first answer is not waited for
            browser.sendAsync(form(key, cents), HttpResponse.BodyHandlers.discarding());
        }
        String session = null;
        while (session == null) {
            session = session(browser, key, cents);
            if (session == null) {
                Thread.sleep(300);
            }
        }
        sessions.computeIfAbsent(key, k -> new TreeSet<>()).add(session);
        pay(session, random);
    }

    private String session(HttpClient browser, String key, long cents) throws InterruptedException {
        try {
            HttpResponse<Void> answer = browser.send(form(key, cents), HttpResponse.BodyHandlers.discarding());
            String to = answer.headers().firstValue("Location").orElse("");
            return to.contains("/c/cs_") ? to.substring(to.lastIndexOf('/') + 1) : null;
        } catch (IOException down) {
            return null;
        }
    }

    private HttpRequest form(String key, long cents) {
        String body = fields(Map.of(
                "_csrf", csrf(), "cle", key, "montant", cents / 100 + "," + "%02d".formatted(cents % 100), "email",
                key + "@exemple.example", "prenom", "Ana", "nom", "Essai"));
        return HttpRequest.newBuilder(application.address("/c/" + slug + "/don"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "csrf=" + TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** What the donor and the bank do then; the provider lives on whatever happens to the server. */
    private void pay(String session, Random random) throws InterruptedException {
        int way = random.nextInt(12);
        String charge = null;
        synchronized (stripe) {
            if (!stripe.open(session)) {
                return;
            }
            switch (way) {
                case 0 -> stripe.expire(session);
                case 1 -> stripe.decline(session);
                case 2, 3 -> charge = stripe.process(session);
                case 4 -> {
                    stripe.decline(session);
                    charge = stripe.pay(session);
                }
                default -> charge = stripe.pay(session);
            }
        }
        Thread.sleep(random.nextInt(50));
        switch (way) {
            case 2 -> stripe.arrive(session);
            case 3 -> stripe.bounce(session);
            case 5 -> stripe.refund(charge, 100 + random.nextInt(300));
            case 6 -> stripe.sendBack(stripe.refund(charge, 200));
            case 7 -> stripe.win(stripe.dispute(charge, 2_000, "needs_response"), 2_000);
            case 8 -> stripe.lose(stripe.dispute(charge, 2_000, "needs_response"));
            default -> {}
        }
    }

    /** The cookie's token, masked with zeros. */
    private static String csrf() {
        byte[] token = TOKEN.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[2 * token.length];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    private static String fields(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString();
    }

    URI page() {
        return application.address("/en/c/" + slug);
    }
}
