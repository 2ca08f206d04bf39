package org.tremplin.payment.refund;

import org.springframework.stereotype.Component;
import org.tremplin.platform.event.OnEach;
import reactor.core.publisher.Mono;

@Component
class OnRefundSeen implements OnEach<RefundSeen> {

    private final ReadRefunds read;

    OnRefundSeen(ReadRefunds read) {
        this.read = read;
    }

    @Override
    public String name() {
        return "payment.refund.read";
    }

    @Override
    public Class<RefundSeen> hears() {
        return RefundSeen.class;
    }

    @Override
    public Mono<Void> handle(RefundSeen fact) {
        return read.one(fact.refund());
    }
}
