import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Many connections that post events at once. */
final class Senders implements AutoCloseable {

    private final int port;
    private final int connections;
    private final ExecutorService threads;

    Senders(int port, int connections) {
        this.port = port;
        this.connections = connections;
        this.threads = Executors.newFixedThreadPool(connections);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Each connection sends its next when the last was answered, until all are sent or the time is over. */
    Sent asFastAsAnswered(int count, IntFunction<byte[]> event, double seconds) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger good = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicLong last = new AtomicLong();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        together(door -> {
            for (int at = next.getAndIncrement(); at < count && System.nanoTime() < end; at = next.getAndIncrement()) {
                (door.send(event.apply(at)) / 100 == 2 ? good : refused).incrementAndGet();
                last.accumulateAndGet(System.nanoTime(), Math::max);
            }
        });
        return new Sent(good.get(), refused.get(), (last.get() - start) / 1e9, start);
    }

    /**
     * At a fixed rate whatever the answers do: each answer is timed from when its event was due, so a slow one does not
     * spare the next.
     *
     * @return milliseconds, sorted; what was not answered with 2xx counts as a minute
     */
    double[] atRate(int perSecond, int count, IntFunction<byte[]> event) throws Exception {
        AtomicInteger next = new AtomicInteger();
        double[] took = new double[count];
        long start = System.nanoTime() + 100_000_000;
        together(door -> {
            for (int at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
                long due = start + at * 1_000_000_000L / perSecond;
                long early = due - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
                }
                took[at] = door.send(event.apply(at)) / 100 == 2 ? (System.nanoTime() - due) / 1e6 : 60_000;
            }
        });
        Arrays.sort(took);
        return took;
    }

    private interface Work {
        void with(Door door) throws Exception;
    }

    private void together(Work work) throws Exception {
        List<Future<Void>> running = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            running.add(threads.submit(() -> {
                try (Door door = new Door(port)) {
                    work.with(door);
                }
                return null;
            }));
        }
        for (Future<Void> one : running) {
            one.get();
        }
    }

    /** @param start by {@link System#nanoTime} */
    record Sent(int good, int refused, double seconds, long start) {}
}
