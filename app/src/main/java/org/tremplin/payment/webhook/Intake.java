package org.tremplin.payment.webhook;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stores what the provider tells, exactly as received, before anything is done with it. */
@Component
public class Intake {

    private final ProviderSignature signature;
    private final EventReader reader;
    private final EventStore store;
    private final EventAlarms alarms;

    Intake(ProviderSignature signature, EventReader reader, EventStore store, EventAlarms alarms) {
        this.signature = signature;
        this.reader = reader;
        this.store = store;
        this.alarms = alarms;
    }

    /**
     * @param header the provider's signature over these very bytes
     * @return true once the event is on disk or already was; false when signature or body are refused
     */
    public Mono<Boolean> receive(byte[] bytes, @Nullable String header) {
        if (!signature.valid(bytes, header)) {
            return alarms.refused().thenReturn(false);
        }
        return reader.envelope(bytes)
                .map(event -> store.store(event).thenReturn(true))
                .orElseGet(() -> alarms.noEvent().thenReturn(false));
    }

    /** Stores an event that was read at the provider, in its own words; one that cannot be stored is told, not raised. */
    public Mono<Void> takeIn(byte[] bytes) {
        return reader.envelope(bytes)
                .map(event -> store.store(event)
                        .onErrorResume(
                                DataIntegrityViolationException.class,
                                tooLarge -> alarms.unreadable(event.type(), event.id())))
                .orElseGet(alarms::noEvent);
    }
}
