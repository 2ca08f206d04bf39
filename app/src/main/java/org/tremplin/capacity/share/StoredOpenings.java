package org.tremplin.capacity.share;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Openings;
import reactor.core.publisher.Mono;

@Component
class StoredOpenings implements Openings {

    private final HeldGrants grants;

    StoredOpenings(HeldGrants grants) {
        this.grants = grants;
    }

    @Override
    public Mono<LocalDate> toPatron(AssociationId association, String token) {
        return grants.ofPatron(token)
                .filter(held -> held.association().id().equals(association))
                .map(held -> held.grant().until());
    }
}
