package org.tremplin.platform.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
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
    private final LongSupplier nanos;
    private final Function<K, Mono<V>> reading;
    private final Map<K, Held<V>> held = new ConcurrentHashMap<>();
    private final Map<K, Mono<V>> underWay = new ConcurrentHashMap<>();

    public Recent(Duration age, Function<K, Mono<V>> reading) {
        this(age, System::nanoTime, reading);
    }

    /** @param nanos a clock that never goes back */
    public Recent(Duration age, LongSupplier nanos, Function<K, Mono<V>> reading) {
        this.age = age.toNanos();
        this.nanos = nanos;
        this.reading = reading;
    }

    public Mono<V> get(K key) {
        return Mono.defer(() -> {
            Held<V> last = held.get(key);
            return last != null && nanos.getAsLong() - last.at() < age ? Mono.just(last.value()) : read(key, last);
        });
    }

    private Mono<V> read(K key, @Nullable Held<V> last) {
        return underWay.computeIfAbsent(
                key,
                asked -> reading.apply(asked)
                        .doOnNext(value -> keep(asked, value))
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

    private void keep(K key, V value) {
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(key, new Held<>(value, nanos.getAsLong()));
    }

    private record Held<V>(V value, long at) {}
}
