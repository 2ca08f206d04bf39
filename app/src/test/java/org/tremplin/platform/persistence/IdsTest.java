package org.tremplin.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tremplin.TestClock;

class IdsTest {

    private final TestClock clock = new TestClock();
    private final Ids ids = new Ids(clock);

    @Test
    void makesVersion7OfTheBusinessTime() {
        UUID id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void keepsTheOrderOfOneMillisecondAndOfLaterOnes() {
        List<UUID> made = Stream.concat(
                        IntStream.range(0, 10_000).mapToObj(n -> ids.next()),
                        IntStream.range(0, 100).mapToObj(n -> {
                            clock.pass(Duration.ofSeconds(1));
                            return ids.next();
                        }))
                .toList();
        assertThat(made).doesNotHaveDuplicates();
        assertThat(made.stream().map(UUID::toString)).isSorted();
    }

    @Test
    void followsTheClockBack() {
        ids.next();
        clock.pass(Duration.ofDays(-400));
        assertThat(ids.next().getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }
}
