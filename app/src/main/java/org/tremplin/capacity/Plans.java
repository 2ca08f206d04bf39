package org.tremplin.capacity;

import java.util.List;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** What associations plan to do, from advice or of their own. */
public interface Plans {

    /** What is still to be done first, by its day; then the rest, the latest first. */
    Mono<List<PlannedAction>> of(AssociationId association);
}
