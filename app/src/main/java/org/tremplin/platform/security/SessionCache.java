package org.tremplin.platform.security;

import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers who a cookie is for at most 30 seconds, so that a page costs no extra query. */
@Component
class SessionCache {

    private static final long KEEP_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MOST = 10_000;

    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    /** How often something was forgotten; whatever is read across such a moment may be what was just ended. */
    private long forgotten;

    /** @param read finds out in the database; what it found while any session was forgotten is used, not remembered */
    Mono<SignedInPerson> get(byte[] hash, Mono<SignedInPerson> read) {
        String key = HexFormat.of().formatHex(hash);
        return Mono.defer(() -> {
            long before;
            synchronized (known) {
                Known entry = known.get(key);
                if (entry != null && System.nanoTime() - entry.readAt < KEEP_NANOS) {
                    return Mono.just(entry.person);
                }
                before = forgotten;
            }
            return read.doOnNext(person -> remember(key, person, before));
        });
    }

    private void remember(String key, SignedInPerson person, long before) {
        synchronized (known) {
            if (forgotten == before) {
                known.put(key, new Known(person, System.nanoTime()));
            }
        }
    }

    void forget(byte[] hash) {
        synchronized (known) {
            forgotten++;
            known.remove(HexFormat.of().formatHex(hash));
        }
    }

    private record Known(SignedInPerson person, long readAt) {}
}
