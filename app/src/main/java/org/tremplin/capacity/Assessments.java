package org.tremplin.capacity;

import java.util.Optional;
import java.util.UUID;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** What associations answered, and the results that were kept of it. */
public interface Assessments {

    /**
     * Its latest answers with its partners: the latest diagnosis that was concluded, as its answers are now, else the one
     * it is at; what is not answered is unknown. Empty if it never began one.
     */
    Mono<Optional<Assessed>> latest(AssociationId association);

    /**
     * Keeps a result for good, with all that it was made from.
     *
     * @param campaign whose preparation it was
     * @return its id
     */
    Mono<UUID> keep(
            AssociationId association, UUID campaign, Assessed assessed, Preparation preparation, Result result);
}
