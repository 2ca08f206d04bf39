package org.tremplin.payment.webhook;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.event.EventLog;
import reactor.core.publisher.Mono;

/** Stores what the provider tells, exactly as received, before anything is done with it. */
@Component
public class Intake {

    private final ProviderSignature signature;
    private final EventReader reader;
    private final DatabaseClient database;
    private final EventLog log;
    private final TransactionalOperator transaction;
    private final Alarms alarms;
    private final Clock clock;

    Intake(
            ProviderSignature signature,
            EventReader reader,
            DatabaseClient database,
            EventLog log,
            TransactionalOperator transaction,
            Alarms alarms,
            Clock clock) {
        this.signature = signature;
        this.reader = reader;
        this.database = database;
        this.log = log;
        this.transaction = transaction;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * @param header the provider's signature over these very bytes
     * @return true once the event is on disk or already was; false when signature or body are refused
     */
    public Mono<Boolean> receive(byte[] bytes, @Nullable String header) {
        if (!signature.valid(bytes, header)) {
            return alarms.raise(
                            "webhook.refused",
                            "signature",
                            "An event came with a bad or missing signature",
                            "Compare tremplin.stripe.webhook-secret with the endpoint's secret at Stripe")
                    .thenReturn(false);
        }
        return reader.envelope(bytes).map(envelope -> store(envelope, bytes)).orElse(Mono.just(false));
    }

    private Mono<Boolean> store(EventReader.Envelope envelope, byte[] bytes) {
        return database.sql("""
                insert into payment.provider_event (account, event_id, type, payload, received_at)
                values (:account, :id, :type, :payload, :now) on conflict do nothing
                """)
                .bind("account", envelope.account())
                .bind("id", envelope.id())
                .bind("type", envelope.type())
                .bind("payload", bytes)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .flatMap(stored ->
                        stored == 1 ? log.append(new EventReceived(envelope.account(), envelope.id())) : Mono.empty())
                .as(transaction::transactional)
                .thenReturn(true);
    }
}
