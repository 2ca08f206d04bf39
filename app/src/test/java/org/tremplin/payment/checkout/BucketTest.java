package org.tremplin.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Bucket.Rate RATE = new Bucket.Rate(20, 5);
    private static final double ROUNDING = 1e-6;

    @Test
    void startsAtOnceWhatGathered() {
        Bucket full = Bucket.full(RATE, NOON);
        assertThat(full.available()).isEqualTo(5);
        assertThat(full.take(5).available()).isZero();
        assertThat(full.take(5).at(NOON.plusMillis(100), RATE).available()).isEqualTo(2);
        assertThat(full.take(5).at(NOON.plusSeconds(3600), RATE).available()).isEqualTo(5);
    }

    @Test
    void staysWithinTheTwentyFiveASecondOfStripe() {
        Bucket.Rate byDefault = new StartSettings(20).rate();
        assertThat(byDefault.perSecond() + byDefault.burst()).isLessThanOrEqualTo(25);
    }

    @Test
    void halvesForAMinuteAndClimbsBackWithinAnother() {
        Bucket slow = Bucket.full(RATE, NOON).refused(NOON, Duration.ZERO, RATE);
        assertThat(slow.available()).isZero();
        assertThat(slow.paceAt(NOON.plusSeconds(60))).isEqualTo(0.5);
        assertThat(slow.paceAt(NOON.plusSeconds(90))).isEqualTo(0.75);
        assertThat(slow.paceAt(NOON.plusSeconds(120))).isEqualTo(1);
        assertThat(slow.at(NOON.plusMillis(200), RATE).available()).isEqualTo(2);
    }

    @Test
    void halvesOnceASecondAtMost() {
        Bucket slow = Bucket.full(RATE, NOON).refused(NOON, Duration.ZERO, RATE);
        assertThat(slow.refused(NOON.plusMillis(999), Duration.ZERO, RATE).pace())
                .isEqualTo(0.5);
        assertThat(slow.refused(NOON.plusMillis(1000), Duration.ZERO, RATE).pace())
                .isEqualTo(0.25);
    }

    @Test
    void neverStopsForGood() {
        Bucket slow = Bucket.full(RATE, NOON);
        for (int second = 0; second < 100; second++) {
            slow = slow.refused(NOON.plusSeconds(second), Duration.ZERO, RATE);
        }
        assertThat(slow.at(NOON.plusSeconds(102), RATE).available()).isPositive();
    }

    @Test
    void startsNothingBeforeTheProviderSaysSo() {
        Bucket closed = Bucket.full(RATE, NOON).refused(NOON, Duration.ofSeconds(7), RATE);
        assertThat(closed.at(NOON.plusSeconds(7), RATE).available()).isZero();
        assertThat(closed.at(NOON.plusMillis(7_200), RATE).available()).isEqualTo(2);
        Bucket longer = Bucket.full(RATE, NOON).refused(NOON, Duration.ofDays(9), RATE);
        assertThat(longer.at(NOON.plusSeconds(62), RATE).available())
                .as("a minute at most")
                .isPositive();
    }

    /** The row serialises the instances, so an interleaving is an order of their takes, each with its reading of the clock. */
    @Property(tries = 2_000)
    void neverStartsMoreThanTheRateAllowsInAnyWindow(@ForAll("takes") List<Take> takes) {
        Bucket row = Bucket.full(RATE, NOON);
        Instant clock = NOON;
        List<Instant> starts = new ArrayList<>();
        for (Take take : takes) {
            clock = clock.plusMillis(take.pause());
            // the clock is read before the row is held: the other instance may have been faster with a later reading
            Instant read = clock.minusMillis(take.stale());
            row = row.at(read, RATE);
            if (take.refused()) {
                row = row.refused(read, Duration.ofMillis(take.rest()), RATE);
                continue;
            }
            int starting = Math.min(take.most(), row.available());
            row = row.take(starting);
            for (int i = 0; i < starting; i++) {
                starts.add(row.filledAt());
            }
        }
        for (int from = 0; from < starts.size(); from++) {
            for (int to = from; to < starts.size(); to++) {
                double seconds =
                        Duration.between(starts.get(from), starts.get(to)).toMillis() / 1000.0;
                assertThat((double) to - from + 1)
                        .isLessThanOrEqualTo(RATE.perSecond() * seconds + RATE.burst() + ROUNDING);
            }
        }
    }

    @Provide
    Arbitrary<List<Take>> takes() {
        Arbitrary<Integer> pauses = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.integers().between(0, 60)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 90_000)));
        Arbitrary<Integer> stale = Arbitraries.integers().between(0, 200);
        Arbitrary<Integer> most = Arbitraries.integers().between(1, 16);
        Arbitrary<Boolean> refused =
                Arbitraries.frequency(net.jqwik.api.Tuple.of(12, false), net.jqwik.api.Tuple.of(1, true));
        Arbitrary<Integer> rest = Arbitraries.integers().between(0, 3_000);
        return Combinators.combine(pauses, stale, most, refused, rest)
                .as(Take::new)
                .list()
                .ofMaxSize(120);
    }

    /** @param pause milliseconds since the one before; @param stale how old the reading of the clock is, in milliseconds */
    record Take(int pause, int stale, int most, boolean refused, int rest) {}
}
