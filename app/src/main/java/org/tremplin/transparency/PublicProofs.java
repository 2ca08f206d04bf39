package org.tremplin.transparency;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** The public side of proofs, for pages. Names no person and leads to no original. */
public interface PublicProofs {

    /** Of these expenses and of the versions they correct, in the order in which they came; one query. */
    Flux<PublicProof> of(Collection<UUID> expenses);

    /** Campaigns on whose lines the expenses of these proofs are, each once. */
    Flux<UUID> campaigns(Collection<UUID> proofs);
}
