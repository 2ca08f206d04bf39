package org.tremplin.platform.event;

import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Wakes the lines of this instance that hear what was committed; other instances find the deliveries by their own
 * polling.
 */
@Component
class Bell {

    private final Sinks.Many<Set<Class<?>>> rings = Sinks.many().multicast().directBestEffort();

    /** @param facts what was appended */
    synchronized void ring(Set<Class<?>> facts) {
        rings.tryEmitNext(facts);
    }

    Flux<?> rings(Class<?> fact) {
        return rings.asFlux().filter(facts -> facts.contains(fact));
    }
}
