package org.tremplin.ledger;

import java.util.List;
import reactor.core.publisher.Mono;

/** The one book. */
public interface Ledger {

    /**
     * Writes transactions and their kept totals inside the caller's transaction, in one batch.
     *
     * @return an error when one of them is posted already: the caller's transaction then rolls back
     */
    Mono<Void> post(List<Posting> postings);
}
