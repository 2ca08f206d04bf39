package org.tremplin.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WholeEurosTest {

    @Test
    void roundsClairesThirtyEuros() {
        assertThat(WholeEuros.of(List.of(1_204L, 1_111L, 278L, 92L, 315L)))
                .containsExactly(1_200L, 1_100L, 300L, 100L, 300L);
    }

    @Test
    void roundsWhatIsOwedToo() {
        assertThat(WholeEuros.of(List.of(10_740L, -740L))).containsExactly(10_700L, -700L);
    }

    @Property
    void addUpAndStayWithinAEuro(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = -500_000, max = 50_000_000) Long> cents) {
        List<Long> euros = WholeEuros.of(cents);
        long sum = cents.stream().mapToLong(Long::longValue).sum();
        assertThat(euros.stream().mapToLong(Long::longValue).sum()).isEqualTo(Math.floorDiv(sum + 50, 100) * 100);
        for (int i = 0; i < cents.size(); i++) {
            assertThat(Math.abs(euros.get(i) - cents.get(i))).isLessThanOrEqualTo(100);
            assertThat(euros.get(i) % 100).isZero();
        }
    }
}
