package org.tremplin.transparency.journal;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.donation.FeeAdjusted;
import org.tremplin.money.Money;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** Writes the leaf of a fee that a refund or a dispute brought, or gave back: then its amount is negative. */
@Component
@Order(2)
class OnFeeAdjusted implements OnBatch<FeeAdjusted> {

    private final CostLines costLines;
    private final Journals journals;

    OnFeeAdjusted(CostLines costLines, Journals journals) {
        this.costLines = costLines;
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.journal.fee_adjustment";
    }

    @Override
    public Class<FeeAdjusted> hears() {
        return FeeAdjusted.class;
    }

    @Override
    public Mono<Void> handle(List<FeeAdjusted> facts) {
        return costLines
                .of(facts.stream().map(FeeAdjusted::campaign).toList())
                .flatMap(lines -> journals.append(facts.stream()
                        .map(fact -> leaf(fact, lines.get(fact.campaign())))
                        .toList()));
    }

    private static NewLeaf leaf(FeeAdjusted fact, @Nullable UUID line) {
        return NewLeaf.of(fact.campaign(), Source.adjustment(fact.source(), fact.purpose()), LeafKind.FEE, fact.day())
                .amount(new Money(fact.cents(), Currency.getInstance(fact.currency())))
                .line(line)
                .crod(OnFeeBooked.CROD_FEE)
                .refs(List.of(Source.gift(fact.donation())));
    }
}
