package org.tremplin.site.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tremplin.donation.Gifts;

class GiftBarsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void drawsOneBarADayAndTheHighestFillsIt() {
        WorkspacePage.Gifts gifts = GiftBars.of(
                List.of(new Gifts.Day(TODAY.minusDays(3), 10_000, 2), new Gifts.Day(TODAY, 5_000, 1)),
                TODAY,
                Locale.FRANCE);
        assertThat(gifts.bars()).hasSize(30);
        assertThat(gifts.bars().get(26).height()).isEqualTo("88.00");
        assertThat(gifts.bars().get(29).height()).isEqualTo("44.00");
        assertThat(gifts.bars().get(0).none()).isTrue();
        assertThat(gifts.sum()).isEqualTo("150\u00A0€");
        assertThat(gifts.count()).isEqualTo(3);
        assertThat(gifts.days()).extracting(WorkspacePage.Day::sum).containsExactly("50\u00A0€", "100\u00A0€");
    }

    @Test
    void standsThirtyDaysWithoutAGift() {
        WorkspacePage.Gifts gifts = GiftBars.of(List.of(), TODAY, Locale.FRANCE);
        assertThat(gifts.bars()).allMatch(WorkspacePage.Bar::none);
        assertThat(gifts.days()).isEmpty();
    }

    @Test
    void leavesOlderGiftsOut() {
        assertThat(GiftBars.of(List.of(new Gifts.Day(TODAY.minusDays(30), 10_000, 1)), TODAY, Locale.FRANCE)
                        .count())
                .isZero();
    }
}
