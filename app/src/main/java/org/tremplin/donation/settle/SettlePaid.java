package org.tremplin.donation.settle;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.ledger.Account;
import org.tremplin.payment.PaymentSucceeded;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** What the provider says is paid makes gifts settled. */
@Component
public class SettlePaid implements OnBatch<PaymentSucceeded> {

    private final BookGifts gifts;

    SettlePaid(BookGifts gifts) {
        this.gifts = gifts;
    }

    @Override
    public String name() {
        return "donation.settle.paid";
    }

    @Override
    public Class<PaymentSucceeded> hears() {
        return PaymentSucceeded.class;
    }

    @Override
    public Mono<Void> handle(List<PaymentSucceeded> facts) {
        return gifts.book(facts.stream()
                .map(paid -> new BookGifts.Came(
                        paid.payment(), paid.subject(), paid.cents(), paid.currency(), paid.paidAt(), Account.PROVIDER))
                .toList());
    }
}
