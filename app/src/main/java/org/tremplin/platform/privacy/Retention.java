package org.tremplin.platform.privacy;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Forgets one kind of personal data when its time is over. Run twice, it changes nothing the second time. */
public interface Retention extends Keeper {

    /**
     * Forgets at most this many rows, the oldest first where that matters, in a transaction of its own.
     *
     * @return how many; fewer than {@code most} when none is left
     */
    Mono<Long> forget(Instant now, int most);
}
