package org.tremplin.transparency;

import reactor.core.publisher.Mono;

/** What is public of campaigns, for patrons who read or compare them here. */
public interface Evidences {

    /**
     * At most two seconds old; empty for a draft or an unknown address. The same number of queries however many gifts and
     * expenses there are.
     */
    Mono<Evidence> find(String slug);
}
