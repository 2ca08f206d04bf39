package org.tremplin.capacity;

import java.time.LocalDate;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import reactor.core.publisher.Mono;

/** Writes what an association plans, without the pages: the sample data takes this way. */
public interface Planning {

    /**
     * Plans one thing and, where it stands elsewhere than to be done, moves it there. Nothing is done where the same words
     * are planned already.
     *
     * @param costCents 0 for free
     */
    Mono<Void> plan(
            AssociationId association,
            String what,
            Section section,
            Role role,
            LocalDate due,
            long costCents,
            ActionState state);
}
