package org.tremplin.platform.privacy;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Why a person's account is still needed: a module above knows what they take part in. */
public interface Tie {

    /** Which of these people are tied. */
    Flux<UUID> tied(Collection<UUID> people);
}
