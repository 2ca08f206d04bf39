package org.tremplin.association;

import reactor.core.publisher.Mono;

/** Every association of this instance. */
public interface Associations {

    /** Empty when there is none at this address; a renamed one is found by its present slug only. */
    Mono<Association> findBySlug(String slug);

    Mono<Association> find(AssociationId id);
}
