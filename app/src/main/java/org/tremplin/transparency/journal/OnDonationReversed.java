package org.tremplin.transparency.journal;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.donation.DonationReversed;
import org.tremplin.donation.Gifts;
import org.tremplin.money.Money;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/**
 * Writes the leaf of a gift that left again, which points to the gift's; what came back is a leaf of the same kind with
 * a negative amount, which points to the one it undoes.
 */
@Component
@Order(2)
class OnDonationReversed implements OnBatch<DonationReversed> {

    private final Gifts gifts;
    private final Journals journals;

    OnDonationReversed(Gifts gifts, Journals journals) {
        this.gifts = gifts;
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.journal.reversal";
    }

    @Override
    public Class<DonationReversed> hears() {
        return DonationReversed.class;
    }

    @Override
    public Mono<Void> handle(List<DonationReversed> facts) {
        return gifts.byCompanies(facts.stream().map(DonationReversed::donation).toList())
                .collect(Collectors.toSet())
                .flatMap(companies -> journals.append(
                        facts.stream().map(fact -> leaf(fact, companies)).toList()));
    }

    private static NewLeaf leaf(DonationReversed fact, Set<UUID> companies) {
        return NewLeaf.of(fact.campaign(), Source.reversal(fact.reversal(), fact.undone()), LeafKind.REFUND, fact.day())
                .amount(new Money(fact.undone() ? -fact.cents() : fact.cents(), Currency.getInstance(fact.currency())))
                .line(fact.line())
                .crod(GiftLeaves.crod(companies.contains(fact.donation())))
                .refs(List.of(fact.undone() ? Source.reversal(fact.reversal(), false) : Source.gift(fact.donation())));
    }
}
