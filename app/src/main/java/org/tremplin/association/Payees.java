package org.tremplin.association;

import reactor.core.publisher.Mono;

/** Means of payment in the name of an association. */
public interface Payees {

    /** What this association takes now; never empty. */
    Mono<Payee> of(AssociationId association);

    /** Whether this way is open now. */
    default Mono<Boolean> accepts(AssociationId association, Means means) {
        return of(association).map(payee -> payee.accepts(means));
    }

    /**
     * Whose money lies on this account at the provider; empty when nothing tells.
     *
     * @param account empty for the account of the instance
     */
    Mono<Association> holder(String account);
}
