package org.tremplin.donation.settle;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.donation.DonationState;
import org.tremplin.payment.PaymentPending;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** Notes gifts whose money comes in days: shown apart, not in the total. */
@Component
class HoldPending implements OnBatch<PaymentPending> {

    private final Settlement settlement;

    HoldPending(Settlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public String name() {
        return "donation.settle.pending";
    }

    @Override
    public Class<PaymentPending> hears() {
        return PaymentPending.class;
    }

    @Override
    public Mono<Void> handle(List<PaymentPending> facts) {
        return settlement
                .lock(facts.stream().map(PaymentPending::subject).toList())
                .map(rows -> rows.stream()
                        .filter(row -> row.state().canBecome(DonationState.PENDING))
                        .map(Settlement.Row::id)
                        .toList())
                .filter(waiting -> !waiting.isEmpty())
                .flatMap((List<UUID> waiting) -> settlement.hold(waiting));
    }
}
