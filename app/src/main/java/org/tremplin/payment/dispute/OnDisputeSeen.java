package org.tremplin.payment.dispute;

import org.springframework.stereotype.Component;
import org.tremplin.platform.event.OnEach;
import reactor.core.publisher.Mono;

@Component
class OnDisputeSeen implements OnEach<DisputeSeen> {

    private final ReadDisputes read;

    OnDisputeSeen(ReadDisputes read) {
        this.read = read;
    }

    @Override
    public String name() {
        return "payment.dispute.read";
    }

    @Override
    public Class<DisputeSeen> hears() {
        return DisputeSeen.class;
    }

    @Override
    public Mono<Void> handle(DisputeSeen fact) {
        return read.one(fact.dispute());
    }
}
