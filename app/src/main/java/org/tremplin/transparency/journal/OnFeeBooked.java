package org.tremplin.transparency.journal;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.donation.FeeBooked;
import org.tremplin.money.Money;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/**
 * Writes the leaf of each fee, which points to the leaf of its gift. A fee that is heard before its gift fails, and is
 * heard again a little later: a leaf that is written can never be given its reference.
 */
@Component
@Order(2)
class OnFeeBooked implements OnBatch<FeeBooked> {

    /** Cost of raising funds from the public (rules.md 2.2). */
    static final String CROD_FEE = "C2.1";

    private final CostLines costLines;
    private final Journals journals;

    OnFeeBooked(CostLines costLines, Journals journals) {
        this.costLines = costLines;
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.journal.fee";
    }

    @Override
    public Class<FeeBooked> hears() {
        return FeeBooked.class;
    }

    @Override
    public Mono<Void> handle(List<FeeBooked> facts) {
        return costLines
                .of(facts.stream().map(FeeBooked::campaign).toList())
                .map(lines -> facts.stream()
                        .map(fact -> leaf(fact, lines.get(fact.campaign())))
                        .toList())
                .flatMap(journals::append);
    }

    private static NewLeaf leaf(FeeBooked fact, @Nullable UUID line) {
        return NewLeaf.of(fact.campaign(), Source.fee(fact.donation()), LeafKind.FEE, fact.day())
                .amount(new Money(fact.cents(), Currency.getInstance(fact.currency())))
                .line(line)
                .crod(CROD_FEE)
                .refs(List.of(Source.gift(fact.donation())));
    }
}
