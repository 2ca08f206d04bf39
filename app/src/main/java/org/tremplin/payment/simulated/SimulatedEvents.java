package org.tremplin.payment.simulated;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.payment.webhook.Intake;
import org.tremplin.payment.webhook.ProviderSignature;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Makes the events Stripe would send, signs them as it would, and hands them to the intake. */
@Component
@SimulatedPayments
class SimulatedEvents {

    private final Intake intake;
    private final ProviderSignature signature;
    private final JsonMapper json;
    private final Clock clock;

    SimulatedEvents(Intake intake, ProviderSignature signature, JsonMapper json, Clock clock) {
        this.intake = intake;
        this.signature = signature;
        this.json = json;
        this.clock = clock;
    }

    Mono<Void> tell(List<Event> events) {
        return Flux.fromIterable(events)
                .map(this::written)
                .concatMap(bytes -> intake.receive(bytes, signature.sign(bytes)))
                .then();
    }

    private byte[] written(Event event) {
        Map<String, Object> carrying = new LinkedHashMap<>(event.object());
        carrying.put("metadata", event.metadata());
        return json.writeValueAsBytes(Map.of(
                "id",
                "evt_" + UUID.randomUUID(),
                "object",
                "event",
                "type",
                event.type(),
                "created",
                clock.instant().getEpochSecond(),
                "livemode",
                false,
                "data",
                Map.of("object", carrying)));
    }

    record Event(String type, Map<String, Object> object, Map<String, String> metadata) {}
}
