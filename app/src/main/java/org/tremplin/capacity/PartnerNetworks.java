package org.tremplin.capacity;

import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** Who associations work with. */
public interface PartnerNetworks {

    /** {@link PartnerNetwork#NONE} without any partner. */
    Mono<PartnerNetwork> of(AssociationId association);
}
