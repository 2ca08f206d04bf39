package org.tremplin.donation.refund;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.payment.RefundReturned;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** A refund came back from the bank of the donor: the gift is whole again. */
@Component
class OnRefundReturned implements OnBatch<RefundReturned> {

    private final BookMovements books;

    OnRefundReturned(BookMovements books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "donation.refund.returned";
    }

    @Override
    public Class<RefundReturned> hears() {
        return RefundReturned.class;
    }

    @Override
    public Mono<Void> handle(List<RefundReturned> facts) {
        return books.returned(facts);
    }
}
