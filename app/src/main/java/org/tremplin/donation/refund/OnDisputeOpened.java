package org.tremplin.donation.refund;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.payment.DisputeOpened;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** A bank took money back until a dispute is decided: held apart, the gift still counts. */
@Component
class OnDisputeOpened implements OnBatch<DisputeOpened> {

    private final BookMovements books;

    OnDisputeOpened(BookMovements books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "donation.dispute.opened";
    }

    @Override
    public Class<DisputeOpened> hears() {
        return DisputeOpened.class;
    }

    @Override
    public Mono<Void> handle(List<DisputeOpened> facts) {
        return books.opened(facts);
    }
}
