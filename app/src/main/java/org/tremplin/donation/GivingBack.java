package org.tremplin.donation;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Gives gifts back through their provider, as the treasurer's page does. The sample data takes this way. */
public interface GivingBack {

    /**
     * @param key once-only: with the same one it is one refund
     * @return an error when the page would have refused
     */
    Mono<Void> giveBack(UUID association, UUID donation, String key, long cents, UUID by);
}
