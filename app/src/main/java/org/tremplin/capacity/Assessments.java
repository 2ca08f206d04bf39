package org.tremplin.capacity;

import java.util.List;
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
     * Keeps for good how a campaign was prepared when it became public, with all that it was made from. Once for each
     * campaign: nothing is changed by a second time.
     */
    Mono<Void> keep(
            AssociationId association, UUID campaign, Assessed assessed, Preparation preparation, Result result);

    /** What was kept of one of this association's campaigns; empty when there was nothing to keep. */
    Mono<Launched> launched(AssociationId association, UUID campaign);

    /** Ids of all advice that its latest result gives and that it did not answer; none without a result. */
    Mono<List<String>> advice(AssociationId association);
}
