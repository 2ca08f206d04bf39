package org.tremplin.platform.event;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Wakes the pump of this instance after a commit; other instances find the deliveries by their own polling. */
@Component
class Bell {

    private final Sinks.Many<Long> rings = Sinks.many().multicast().directBestEffort();

    synchronized void ring() {
        rings.tryEmitNext(0L);
    }

    Flux<Long> rings() {
        return rings.asFlux();
    }
}
