package org.tremplin.transparency.journal;

import java.time.LocalDate;
import java.util.UUID;
import org.tremplin.money.Money;

/** Leaves of tests. */
final class Leaves {

    private Leaves() {}

    static NewLeaf gift(UUID campaign, UUID donation) {
        return NewLeaf.of(campaign, Source.gift(donation), LeafKind.GIFT, LocalDate.of(2026, 11, 16))
                .amount(Money.euros(3000))
                .crod("P1.2.a");
    }
}
