package org.tremplin.payment.refund;

import org.springframework.stereotype.Component;
import org.tremplin.platform.event.OnEach;
import reactor.core.publisher.Mono;

@Component
class OnChargeRefunded implements OnEach<ChargeRefunded> {

    private final ReadRefunds read;

    OnChargeRefunded(ReadRefunds read) {
        this.read = read;
    }

    @Override
    public String name() {
        return "payment.refund.read_charge";
    }

    @Override
    public Class<ChargeRefunded> hears() {
        return ChargeRefunded.class;
    }

    @Override
    public Mono<Void> handle(ChargeRefunded fact) {
        return read.ofCharge(fact.charge());
    }
}
