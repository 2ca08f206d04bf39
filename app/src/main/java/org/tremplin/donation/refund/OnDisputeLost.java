package org.tremplin.donation.refund;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.payment.DisputeLost;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** A dispute was lost: what it held is gone. */
@Component
class OnDisputeLost implements OnBatch<DisputeLost> {

    private final BookMovements books;

    OnDisputeLost(BookMovements books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "donation.dispute.lost";
    }

    @Override
    public Class<DisputeLost> hears() {
        return DisputeLost.class;
    }

    @Override
    public Mono<Void> handle(List<DisputeLost> facts) {
        return books.lost(facts);
    }
}
