package org.tremplin.donation;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Told by whoever keeps quotes and orders: what is promised of a line stays there as what is spent does. */
public interface LineCommitments {

    /** In cents, approved and not spent yet. */
    Mono<Long> of(UUID campaign, UUID line);
}
