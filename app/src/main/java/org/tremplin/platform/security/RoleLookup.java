package org.tremplin.platform.security;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Asks for the role of a person in the body an address names; answered by the module that owns members. */
public interface RoleLookup {

    /** Empty when the person has no role there today, or there is no such body. */
    Mono<String> roleOf(UUID person, String body);
}
