package org.tremplin.donation.refund;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.payment.DisputeWon;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** A dispute was won: what it held is in the balance again. */
@Component
class OnDisputeWon implements OnBatch<DisputeWon> {

    private final BookMovements books;

    OnDisputeWon(BookMovements books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "donation.dispute.won";
    }

    @Override
    public Class<DisputeWon> hears() {
        return DisputeWon.class;
    }

    @Override
    public Mono<Void> handle(List<DisputeWon> facts) {
        return books.won(facts);
    }
}
