package org.tremplin.donation.give;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.payment.PaymentNotStarted;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Mails the link to finish later to donors who waited in line in vain: their page may be closed by now. */
@Component
class OnPaymentNotStarted implements OnBatch<PaymentNotStarted> {

    private final LaterMails mails;

    OnPaymentNotStarted(LaterMails mails) {
        this.mails = mails;
    }

    @Override
    public String name() {
        return "donation.give.not_started";
    }

    @Override
    public Class<PaymentNotStarted> hears() {
        return PaymentNotStarted.class;
    }

    @Override
    public Mono<Void> handle(List<PaymentNotStarted> facts) {
        return Flux.fromIterable(facts)
                .map(PaymentNotStarted::subject)
                .distinct()
                .sort()
                .concatMap(mails::queue)
                .then();
    }
}
