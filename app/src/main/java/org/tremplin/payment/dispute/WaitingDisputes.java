package org.tremplin.payment.dispute;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Mono;

/** Disputes whose end the provider has not told: no event came for it. */
@Component
public class WaitingDisputes {

    private static final int MOST = 1_000;

    private final StoredDisputes disputes;
    private final EventLog log;
    private final TransactionalOperator transaction;
    private final Clock clock;

    WaitingDisputes(StoredDisputes disputes, EventLog log, TransactionalOperator transaction, Clock clock) {
        this.disputes = disputes;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Has the pump read each that did not change for so long; doing it twice changes nothing.
     *
     * @return how many
     */
    public Mono<Integer> takeUp(Duration unchanged) {
        return disputes.waitingSince(clock.instant().minus(unchanged), MOST)
                .map(dispute -> new DisputeSeen("", dispute))
                .collectList()
                .flatMap(facts -> log.append(facts).thenReturn(facts.size()))
                .as(transaction::transactional);
    }
}
