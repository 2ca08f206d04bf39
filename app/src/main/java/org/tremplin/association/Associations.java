package org.tremplin.association;

import java.util.Collection;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every association of this instance. */
public interface Associations {

    /** Empty when there is none at this address; a renamed one is found by its present slug only. */
    Mono<Association> findBySlug(String slug);

    /** For pages of an address: 404 when there is none. */
    default Mono<Association> at(String slug) {
        return findBySlug(slug).switchIfEmpty(NotFound.page());
    }

    Mono<Association> find(AssociationId id);

    /** In no order. */
    Flux<Association> findAll(Collection<AssociationId> ids);

    /** The only association of this instance; empty when there is none, or several. */
    Mono<Association> only();

    /** Where the association is now that once had this slug; empty when it is its present one or was never given. */
    Mono<String> slugAfter(String formerSlug);
}
