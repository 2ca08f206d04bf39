package org.tremplin.association;

import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every association of this instance. */
public interface Associations {

    /** Empty when there is none at this address; a renamed one is found by its present slug only. */
    Mono<Association> findBySlug(String slug);

    Mono<Association> find(AssociationId id);

    /** In no order. */
    Flux<Association> findAll(Collection<AssociationId> ids);

    /** Where the association is now that once had this slug; empty when it is its present one or was never given. */
    Mono<String> slugAfter(String formerSlug);
}
