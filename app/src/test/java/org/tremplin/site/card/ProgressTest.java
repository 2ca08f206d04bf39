package org.tremplin.site.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void fillsThePictureAndSaysOneHundredAndForty() {
        assertThat(Progress.of(140_000, 100_000, Locale.FRANCE)).isEqualTo(new Progress("100.00", "140\u00A0%", false));
    }

    @Test
    void saysOneHundredOnlyWhenItIsThere() {
        assertThat(Progress.of(99_999, 100_000, Locale.UK).text()).isEqualTo("99%");
        assertThat(Progress.of(100_000, 100_000, Locale.UK).text()).isEqualTo("100%");
    }

    @Test
    void doesNotRoundAFirstGiftDownToNothing() {
        assertThat(Progress.of(100, 1_000_000, Locale.FRANCE).tiny()).isTrue();
        assertThat(Progress.of(0, 1_000_000, Locale.FRANCE).tiny()).isFalse();
    }

    @Test
    void standsAGoalOfNothing() {
        assertThat(Progress.of(5_000, 0, Locale.FRANCE).width()).isEqualTo("0");
    }

    @Test
    void takesGiftsUntilTheEndOfTheLastDay() {
        LocalDate last = LocalDate.of(2026, 12, 13);
        assertThat(Phase.on(last, false, null, last)).isEqualTo(Phase.OPEN);
        assertThat(Phase.left(last, last)).isZero();
        assertThat(Phase.on(last.plusDays(1), false, null, last)).isEqualTo(Phase.CLOSED);
        assertThat(Phase.on(last.minusDays(9), false, last.minusDays(3), last)).isEqualTo(Phase.SOON);
        assertThat(Phase.on(last.minusDays(1), true, null, last)).isEqualTo(Phase.CLOSED);
    }
}
