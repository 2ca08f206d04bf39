package org.tremplin.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class SessionCacheTest {

    private static final byte[] COOKIE = Tokens.sha256("a-cookie");

    private final SessionCache cache = new SessionCache();
    private final SignedInPerson person = new SignedInPerson(UUID.randomUUID(), "Camille", false, "fr");
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void readsOnceWhileItRemembers() {
        assertThat(acting(Mono.just(person))).isEqualTo(person);
        assertThat(acting(Mono.just(person))).isEqualTo(person);
        assertThat(reads).hasValue(1);
    }

    @Test
    void doesNotRememberASessionThatEndedWhileItWasRead() {
        Sinks.One<SignedInPerson> slow = Sinks.one();
        StepVerifier.create(get(slow.asMono()))
                .then(() -> {
                    cache.forget(COOKIE);
                    slow.tryEmitValue(person);
                })
                .expectNext(person)
                .verifyComplete();
        assertThat(acting(Mono.empty())).isNull();
        assertThat(reads).hasValue(2);
    }

    @Test
    void remembersAgainAfterwards() {
        cache.forget(COOKIE);
        assertThat(acting(Mono.just(person))).isEqualTo(person);
        assertThat(acting(Mono.empty())).isEqualTo(person);
    }

    private SignedInPerson acting(Mono<SignedInPerson> read) {
        return get(read).block();
    }

    private Mono<SignedInPerson> get(Mono<SignedInPerson> read) {
        return cache.get(COOKIE, read.doOnSubscribe(started -> reads.incrementAndGet()));
    }
}
