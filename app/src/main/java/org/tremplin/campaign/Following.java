package org.tremplin.campaign;

import java.util.Collection;
import java.util.UUID;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** Donors who asked for news follow their campaign: the gift proved the address. */
public interface Following {

    /** In the caller's transaction, in one statement. Who follows already goes on as they chose. */
    Mono<Void> follow(Collection<Donor> donors);

    /** Forgets that this address follows campaigns of this association, in the caller's transaction. */
    Mono<Void> forget(AssociationId association, String email);

    /** @param language {@code fr} or {@code en} */
    record Donor(UUID campaign, String email, String language) {

        /** Not for logs. */
        @Override
        public String toString() {
            return "Donor[…]";
        }
    }
}
