package org.tremplin.payment.refund;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Mono;

/** Refunds whose end the provider has not told: what the pump gave up or no event came for. */
@Component
public class WaitingRefunds {

    private static final int MOST = 1_000;

    private final StoredRefunds refunds;
    private final EventLog log;
    private final TransactionalOperator transaction;
    private final Clock clock;

    WaitingRefunds(StoredRefunds refunds, EventLog log, TransactionalOperator transaction, Clock clock) {
        this.refunds = refunds;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Has the pump ask for, or read, each that did not change for so long; doing it twice changes nothing.
     *
     * @return how many
     */
    public Mono<Integer> takeUp(Duration unchanged) {
        return refunds.waitingSince(clock.instant().minus(unchanged), MOST)
                .map(WaitingRefunds::next)
                .collectList()
                .flatMap(facts -> log.append(facts).thenReturn(facts.size()))
                .as(transaction::transactional);
    }

    private static Record next(StoredRefund refund) {
        String known = refund.providerId();
        return known == null ? new RefundAsked(refund.id()) : new RefundSeen("", known);
    }
}
