package org.tremplin.capacity.network;

import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** Texts of an association in which partners may be named: once a partner is gone, its name is gone from them. */
public interface TextsNamingPartners {

    /** In the caller's transaction; a text keeps its limit of length. */
    Mono<Void> reword(AssociationId association, Nameless nameless);
}
