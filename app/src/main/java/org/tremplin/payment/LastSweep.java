package org.tremplin.payment;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** When the provider was last asked for what it may have told in vain; absent where nothing sweeps. */
@FunctionalInterface
public interface LastSweep {

    /** Empty when none has run yet. */
    Mono<Instant> lastSweep();
}
