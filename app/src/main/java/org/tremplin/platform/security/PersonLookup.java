package org.tremplin.platform.security;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Makes the acting person of a session's person id; answered by the module that owns people. */
public interface PersonLookup {

    /** Empty when the person is gone. */
    Mono<SignedInPerson> find(UUID person);
}
