package org.tremplin.transparency.journal;

import java.util.Currency;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.donation.GiftMoved;
import org.tremplin.money.Money;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** A gift that is for another line now, by its donor's yes: its leaf stays, another one points to it. */
@Component
@Order(2)
class OnGiftMoved implements OnBatch<GiftMoved> {

    private final Journals journals;

    OnGiftMoved(Journals journals) {
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.journal.gift_moved";
    }

    @Override
    public Class<GiftMoved> hears() {
        return GiftMoved.class;
    }

    @Override
    public Mono<Void> handle(List<GiftMoved> facts) {
        return journals.append(facts.stream().map(OnGiftMoved::leaf).toList());
    }

    private static NewLeaf leaf(GiftMoved fact) {
        return NewLeaf.of(
                        fact.campaign(),
                        new Source(
                                "gift-moved", fact.donation(), fact.question().toString()),
                        LeafKind.AGREEMENT,
                        fact.day())
                .amount(new Money(fact.cents(), Currency.getInstance(fact.currency())))
                .line(fact.line())
                .refs(List.of(Source.gift(fact.donation())));
    }
}
