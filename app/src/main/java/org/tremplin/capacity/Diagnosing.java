package org.tremplin.capacity;

import java.util.UUID;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import reactor.core.publisher.Mono;

/** Answers the diagnosis without its pages: the sample data takes this way. */
public interface Diagnosing {

    /**
     * One person answers all of the full form, and it is concluded. Nothing is done where that was done already.
     *
     * @param moment 0 before the first campaign, 1 after it, and so on; the one before is concluded
     * @param role in which the person answers
     * @param answers without partners, who are listed apart
     */
    Mono<Void> conclude(AssociationId association, int moment, UUID person, Role role, Diagnosis answers);
}
