package org.tremplin.platform.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Values read again when they are older than an age, once for everybody who asks meanwhile. When reading fails, the last
 * value still serves for a minute: a page that was there stays there. What is not found is never kept.
 */
public final class Recent<K, V> {

    private static final int MOST = 10_000;
    private static final long GRACE = Duration.ofMinutes(1).toNanos();

    private final long age;
    private final long quiet;
    private final LongSupplier heardUntil;
    private final LongSupplier nanos;
    private final Function<K, Mono<V>> reading;
    private final Map<K, Held<V>> held = new ConcurrentHashMap<>();
    private final AtomicLong doubts = new AtomicLong();
    private final Map<K, Mono<V>> underWay = new ConcurrentHashMap<>();

    public Recent(Duration age, Function<K, Mono<V>> reading) {
        this(age, System::nanoTime, reading);
    }

    /** @param nanos a clock that never goes back */
    public Recent(Duration age, LongSupplier nanos, Function<K, Mono<V>> reading) {
        this(age, age, () -> 0, nanos, reading);
    }

    /**
     * For values whose changes are told: one that nobody doubts lasts longer.
     *
     * @param quiet how long it lasts at most, for what changes without being told
     * @param heardUntil of the clock: up to when every change was told; later than that by more than {@code age}, a value
     *     lasts no longer than where nothing is told
     */
    public Recent(
            Duration age, Duration quiet, LongSupplier heardUntil, LongSupplier nanos, Function<K, Mono<V>> reading) {
        this.age = age.toNanos();
        this.quiet = quiet.toNanos();
        this.heardUntil = heardUntil;
        this.nanos = nanos;
        this.reading = reading;
    }

    /** These changed: they are read anew once they reach their age. Those being read just now may have missed it. */
    public void doubt(Predicate<V> changed) {
        doubts.incrementAndGet();
        held.replaceAll((key, value) -> changed.test(value.value()) ? value.doubted() : value);
    }

    public Mono<V> get(K key) {
        return Mono.defer(() -> {
            Held<V> last = held.get(key);
            return last != null && lasts(last) ? Mono.just(last.value()) : read(key, last);
        });
    }

    private boolean lasts(Held<V> last) {
        long now = nanos.getAsLong();
        long old = now - last.at();
        return old < age || !last.doubtful() && old < quiet && now - heardUntil.getAsLong() < age;
    }

    private Mono<V> read(K key, @Nullable Held<V> last) {
        return underWay.computeIfAbsent(
                key,
                asked -> Mono.defer(() -> {
                            long before = doubts.get();
                            return reading.apply(asked).doOnNext(value -> keep(asked, value, before));
                        })
                        .switchIfEmpty(Mono.defer(() -> {
                            held.remove(asked);
                            return Mono.empty();
                        }))
                        .onErrorResume(failure -> last != null && nanos.getAsLong() - last.at() < GRACE
                                ? Mono.just(last.value())
                                : Mono.error(failure))
                        .doFinally(end -> underWay.remove(asked))
                        .cache());
    }

    private void keep(K key, V value, long before) {
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(key, new Held<>(value, nanos.getAsLong(), false));
        if (doubts.get() != before) {
            held.computeIfPresent(key, (read, kept) -> kept.doubted());
        }
    }

    /** @param doubtful whether it may have changed since it was read */
    private record Held<V>(V value, long at, boolean doubtful) {
        Held<V> doubted() {
            return doubtful ? this : new Held<>(value, at, true);
        }
    }
}
