package org.tremplin.capacity.network;

import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.PartnerNetwork;
import org.tremplin.capacity.PartnerNetworks;
import reactor.core.publisher.Mono;

/** The networks as they are listed now. */
@Component
class StoredNetworks implements PartnerNetworks {

    private final Partners partners;

    StoredNetworks(Partners partners) {
        this.partners = partners;
    }

    @Override
    public Mono<PartnerNetwork> of(AssociationId association) {
        return partners.circle(association).map(Circle::nameless);
    }
}
