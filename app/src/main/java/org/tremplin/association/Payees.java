package org.tremplin.association;

import reactor.core.publisher.Mono;

/** Means of payment in the name of an association. */
public interface Payees {

    /** Whether gifts to this association can be paid by card now; by simulated ones in a demonstration. */
    Mono<Boolean> accepts(AssociationId association);
}
