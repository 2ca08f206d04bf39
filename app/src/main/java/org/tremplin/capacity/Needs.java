package org.tremplin.capacity;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What campaigns could be helped with beside money. */
public interface Needs {

    /** In the caller's transaction: new ones wait for the association, confirmed ones stay as it wrote them. */
    Mono<Void> declare(DeclaredNeeds declared);

    /** What is public; nothing asked for most campaigns. A number of queries that does not grow. */
    Mono<HelpAsked> of(UUID campaign);
}
