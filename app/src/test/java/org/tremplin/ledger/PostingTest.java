package org.tremplin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PostingTest {

    @Property
    void takesWhatSumsToZeroAndNothingElse(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 1_000_000) Long> debits,
            @ForAll @LongRange(min = -3, max = 3) long off) {
        long sum = debits.stream().mapToLong(Long::longValue).sum();
        List<Entry> entries = new ArrayList<>();
        debits.forEach(cents -> entries.add(entry(cents, "EUR")));
        if (sum == off) {
            return;
        }
        entries.add(entry(off - sum, "EUR"));
        if (off == 0) {
            assertThat(posting(entries).entries()).hasSize(debits.size() + 1);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> posting(entries));
        }
    }

    @Test
    void balancesEachCurrencyByItself() {
        assertThatIllegalArgumentException().isThrownBy(() -> posting(List.of(entry(5, "EUR"), entry(-5, "CHF"))));
    }

    @Test
    void refusesATransactionThatMovesNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> posting(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(0, "EUR"));
    }

    @Test
    void refusesASumThatOverflows() {
        assertThatThrownBy(() -> posting(List.of(
                        entry(Long.MAX_VALUE, "EUR"), entry(Long.MAX_VALUE, "EUR"), entry(1, "EUR"), entry(1, "EUR"))))
                .isInstanceOf(ArithmeticException.class);
    }

    private static Entry entry(long cents, String currency) {
        return new Entry("5115", cents, currency, null, null, null, true);
    }

    private static Posting posting(List<Entry> entries) {
        return new Posting(
                UUID.randomUUID(),
                "DONS",
                LocalDate.of(2026, 11, 16),
                new Posting.Source("test", UUID.randomUUID(), "settled"),
                "gift",
                entries);
    }
}
