import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.tremplin.payment.FakeStripe;

/**
 * Brings the provider's events: out of order, some twice, some never (the sweep has to find those), each again until it is
 * answered with 2xx.
 */
final class Courier {

    private static final int AT_ONCE = 8;

    private final Application application;
    private final FakeStripe stripe;
    private final Random random;
    /** Bodies that were answered with 2xx, by the id of their event. */
    final Map<String, byte[]> answered = new ConcurrentHashMap<>();
    private final ExecutorService bags = Executors.newFixedThreadPool(AT_ONCE);
    private final ThreadLocal<Door> doors;
    private final Thread thread = new Thread(this::carry, "courier");
    private volatile boolean over;
    private int seen;
    int lost;

    Courier(Application application, FakeStripe stripe, long seed) {
        this.application = application;
        this.stripe = stripe;
        this.random = new Random(seed);
        this.doors = ThreadLocal.withInitial(() -> new Door(application.port));
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Brings what is left; the application must answer by now. */
    void stop() throws InterruptedException {
        over = true;
        thread.join();
        bags.shutdown();
        if (!bags.awaitTermination(3, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Some events were not taken in three minutes");
        }
    }

    private void carry() {
        try {
            boolean last = false;
            while (!last) {
                last = over;
                Thread.sleep(100);
                List<String> events = new ArrayList<>(stripe.events(seen));
                seen += events.size();
                Collections.shuffle(events, random);
                for (String event : events) {
                    int luck = random.nextInt(10);
                    if (luck == 0) {
                        lost++;
                        continue;
                    }
                    byte[] body = event.getBytes(StandardCharsets.UTF_8);
                    bags.execute(() -> bring(body));
                    if (luck == 1) {
                        bags.execute(() -> bring(body));
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void bring(byte[] body) {
        try {
            while (!taken(body)) {
                Thread.sleep(250);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean taken(byte[] body) {
        try {
            if (doors.get().send(body) / 100 != 2) {
                return false;
            }
            answered.put(id(body), body);
            return true;
        } catch (IOException down) {
            return false;
        }
    }

    private static String id(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).split("\"", 5)[3];
    }
}
