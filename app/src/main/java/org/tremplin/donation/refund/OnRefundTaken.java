package org.tremplin.donation.refund;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.payment.RefundTaken;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** A refund left the balance: the gift is so much less. */
@Component
class OnRefundTaken implements OnBatch<RefundTaken> {

    private final BookMovements books;

    OnRefundTaken(BookMovements books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "donation.refund.taken";
    }

    @Override
    public Class<RefundTaken> hears() {
        return RefundTaken.class;
    }

    @Override
    public Mono<Void> handle(List<RefundTaken> facts) {
        return books.taken(facts);
    }
}
