package org.tremplin.capacity;

import java.time.LocalDate;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** Whether a diagnosis was opened to somebody: that, never what it says. */
public interface Openings {

    /** Last day, for a patron with this private link; empty without one, and from the moment it is taken back. */
    Mono<LocalDate> toPatron(AssociationId association, String token);
}
