package org.tremplin.association;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who acts for which association. Only what is in force today: an end date is the last day, in its zone. */
public interface Memberships {

    /** By name of the association. */
    Flux<Membership> of(UUID person);

    /** Empty when this person has no part in it, or there is none at this address. */
    Mono<Membership> of(UUID person, String slug);

    /** Persons who act for it, with their roles; for mails to those who must know. */
    Flux<UUID> persons(AssociationId association, Role role);

    /** The id under which its team page shows this person; empty when they have no part in it. */
    Mono<UUID> member(AssociationId association, UUID person);
}
