package org.tremplin.donation.settle;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tremplin.donation.DonationState;
import org.tremplin.payment.PaymentEnded;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** Ends gifts nobody paid. A payment that was replaced by another ends without the gift. */
@Component
class AbandonEnded implements OnBatch<PaymentEnded> {

    private final Settlement settlement;

    AbandonEnded(Settlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public String name() {
        return "donation.settle.ended";
    }

    @Override
    public Class<PaymentEnded> hears() {
        return PaymentEnded.class;
    }

    @Override
    public Mono<Void> handle(List<PaymentEnded> facts) {
        Set<UUID> ended = facts.stream().map(PaymentEnded::payment).collect(Collectors.toSet());
        return settlement
                .lock(facts.stream().map(PaymentEnded::subject).toList(), List.of())
                .map(rows -> rows.stream()
                        .filter(row -> row.state().canBecome(DonationState.ABANDONED))
                        .filter(row -> row.payment() != null && ended.contains(row.payment()))
                        .map(Settlement.Row::id)
                        .toList())
                .filter(over -> !over.isEmpty())
                .flatMap((List<UUID> over) -> settlement.abandon(over));
    }
}
