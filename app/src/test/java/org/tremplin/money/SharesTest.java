package org.tremplin.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Property
    @Tag("incident-17")
    @Label("incident 17: shares add up to what was shared")
    void losesNoCent(@ForAll("amounts") long cents, @ForAll("weights") List<Long> weights) {
        List<Long> parts = Shares.of(cents, weights);
        assertThat(parts).hasSameSizeAs(weights);
        assertThat(parts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(BigInteger.valueOf(cents));
    }

    @Property
    void givesEachItsExactShareWithinACent(@ForAll("amounts") long cents, @ForAll("weights") List<Long> weights) {
        List<Long> parts = Shares.of(cents, weights);
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        for (int i = 0; i < parts.size(); i++) {
            BigInteger off = BigInteger.valueOf(parts.get(i))
                    .multiply(sum)
                    .subtract(BigInteger.valueOf(cents).multiply(BigInteger.valueOf(weights.get(i))));
            assertThat(off.abs()).isLessThan(sum);
        }
    }

    @Property
    void givesMoreToMoreWeight(@ForAll("amounts") long cents, @ForAll("weights") List<Long> weights) {
        List<Long> parts = Shares.of(Math.abs(cents), weights);
        for (int i = 0; i < parts.size(); i++) {
            for (int j = 0; j < parts.size(); j++) {
                if (weights.get(i) > weights.get(j)) {
                    assertThat(parts.get(i)).isGreaterThanOrEqualTo(parts.get(j));
                }
            }
        }
    }

    @Property
    void takesBackWhatItWouldGive(@ForAll("amounts") long cents, @ForAll("weights") List<Long> weights) {
        assertThat(Shares.of(-cents, weights))
                .isEqualTo(Shares.of(cents, weights).stream().map(part -> -part).toList());
    }

    @Property
    void givesNothingToNoWeight(@ForAll("amounts") long cents, @ForAll("weights") List<Long> weights) {
        List<Long> parts = Shares.of(cents, weights);
        for (int i = 0; i < parts.size(); i++) {
            if (weights.get(i) == 0) {
                assertThat(parts.get(i)).isZero();
            }
        }
    }

    @Test
    void givesTheOddCentToTheEarlierOfEquals() {
        assertThat(Shares.of(100, List.of(1L, 1L, 1L))).containsExactly(34L, 33L, 33L);
        assertThat(Shares.of(-100, List.of(1L, 1L, 1L))).containsExactly(-34L, -33L, -33L);
        assertThat(Shares.of(2, List.of(1L, 1L, 1L))).containsExactly(1L, 1L, 0L);
        assertThat(Shares.of(0, List.of(5L, 7L))).containsExactly(0L, 0L);
    }

    @Test
    void refusesWeightsThatShareNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.of(1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.of(1, List.of(0L, 0L)));
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.of(1, List.of(2L, -1L)));
    }

    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-100_000, 100_000),
                Arbitraries.longs().between(-Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @Provide
    Arbitrary<List<Long>> weights() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 9), Arbitraries.longs().between(0, Long.MAX_VALUE))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .filter(weights -> weights.stream().anyMatch(weight -> weight > 0));
    }
}
