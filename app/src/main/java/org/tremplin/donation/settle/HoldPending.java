package org.tremplin.donation.settle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tremplin.donation.DonationState;
import org.tremplin.payment.PaymentPending;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes gifts whose money comes in days: shown apart, not in the total. */
@Component
class HoldPending implements OnBatch<PaymentPending> {

    private final Settlement settlement;
    private final Changes changes;

    HoldPending(Settlement settlement, Changes changes) {
        this.settlement = settlement;
        this.changes = changes;
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
        Map<UUID, UUID> payments =
                facts.stream().collect(Collectors.toMap(PaymentPending::subject, PaymentPending::payment, (a, b) -> b));
        return settlement
                .lock(payments.keySet(), List.of())
                .flatMap(rows -> Flux.fromIterable(rows)
                        .filter(row -> row.state().canBecome(DonationState.PENDING))
                        .concatMap(row -> settlement.hold(row.id(), Objects.requireNonNull(payments.get(row.id()))))
                        .then(changes.tell(
                                rows.stream().map(Settlement.Row::campaign).toList())));
    }
}
