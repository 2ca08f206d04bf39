package org.tremplin.capacity;

import org.tremplin.association.Association;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Partners that let themselves be named, without the pages: the sample data takes this way. */
public interface Agreeing {

    /**
     * Asks a listed partner by mail whether it may be named, and says yes for it. Nothing is done where that was done
     * already, or no partner has this name.
     *
     * @param by who asks
     */
    Mono<Void> sayYes(Association association, String partner, String email, SignedInPerson by);
}
