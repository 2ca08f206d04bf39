package org.tremplin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RecentTest {

    private final AtomicLong nanos = new AtomicLong(1);
    private final AtomicInteger reads = new AtomicInteger();
    private Mono<Integer> source = Mono.fromCallable(reads::incrementAndGet);
    private final Recent<String, Integer> recent =
            new Recent<>(Duration.ofSeconds(2), nanos::get, key -> Mono.defer(() -> source));

    @Test
    void readsAgainOnlyWhenItIsOld() {
        assertThat(recent.get("a").block()).isEqualTo(1);
        pass(Duration.ofMillis(1_999));
        assertThat(recent.get("a").block()).isEqualTo(1);
        pass(Duration.ofMillis(1));
        assertThat(recent.get("a").block()).isEqualTo(2);
    }

    @Test
    void readsOnceForAllWhoAskMeanwhile() {
        Sinks.One<Integer> answer = Sinks.one();
        source = answer.asMono().doOnSubscribe(asked -> reads.incrementAndGet());
        Mono<Integer> first = recent.get("a");
        Mono<Integer> second = recent.get("a");
        AtomicInteger sum = new AtomicInteger();
        first.subscribe(sum::addAndGet);
        second.subscribe(sum::addAndGet);
        answer.tryEmitValue(21);
        assertThat(sum).hasValue(42);
        assertThat(reads).hasValue(1);
    }

    @Test
    void servesTheLastValueForAMinuteWhenReadingFails() {
        recent.get("a").block();
        source = Mono.error(new IllegalStateException("database gone"));
        pass(Duration.ofSeconds(59));
        assertThat(recent.get("a").block()).isEqualTo(1);
        pass(Duration.ofSeconds(2));
        assertThat(recent.get("a").onErrorReturn(-1).block()).isEqualTo(-1);
    }

    /** 2 seconds, 10 where changes are told; the line that tells them beats until it is stopped. */
    private final AtomicLong heardUntil = new AtomicLong();

    private final Recent<String, Integer> told = new Recent<>(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            heardUntil::get,
            nanos::get,
            key -> Mono.defer(() -> source));

    @Test
    void keepsWhatNobodyDoubtsWhileTheLineBeats() {
        told.get("a").block();
        passBeating(Duration.ofSeconds(9));
        assertThat(told.get("a").block()).isEqualTo(1);
        passBeating(Duration.ofSeconds(1));
        assertThat(told.get("a").block()).isEqualTo(2);
    }

    @Test
    void readsWhatChangedAgainAtItsAgeAndNoSooner() {
        told.get("a").block();
        told.doubt(value -> value == 1);
        passBeating(Duration.ofMillis(1_999));
        assertThat(told.get("a").block()).isEqualTo(1);
        passBeating(Duration.ofMillis(1));
        assertThat(told.get("a").block()).isEqualTo(2);
        passBeating(Duration.ofSeconds(5));
        assertThat(told.get("a").block()).as("nobody doubts the new one").isEqualTo(2);
    }

    @Test
    void trustsNothingLongerThanItsAgeWhenTheLineIsSilent() {
        told.get("a").block();
        passBeating(Duration.ofSeconds(3));
        assertThat(told.get("a").block()).isEqualTo(1);
        pass(Duration.ofSeconds(2));
        assertThat(told.get("a").block()).isEqualTo(2);
    }

    @Test
    void doubtsWhatWasBeingReadWhenSomethingChanged() {
        Sinks.One<Integer> answer = Sinks.one();
        source = answer.asMono();
        Mono<Integer> reading = told.get("a").cache();
        reading.subscribe();
        told.doubt(value -> false);
        answer.tryEmitValue(1);
        source = Mono.just(2);
        passBeating(Duration.ofSeconds(2));
        assertThat(told.get("a").block()).isEqualTo(2);
    }

    private void passBeating(Duration time) {
        pass(time);
        heardUntil.set(nanos.get());
    }

    @Test
    void keepsNothingThatWasNotFound() {
        source = Mono.empty();
        assertThat(recent.get("a").block()).isNull();
        source = Mono.just(7);
        assertThat(recent.get("a").block()).isEqualTo(7);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
