package org.tremplin.capacity;

import java.util.List;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** Lists partners without their pages: the sample data takes this way. */
public interface PartnerListing {

    /** Nothing is done where partners are listed already. @param ties number the partners from 1 */
    Mono<Void> list(AssociationId association, List<Named> partners, Ties ties);

    /** @param name stays with the association */
    record Named(String name, Partner partner) {}
}
