package org.tremplin.capacity;

import java.util.Locale;
import java.util.Optional;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** What associations chose to show everybody of their diagnosis. */
public interface PublicDiagnoses {

    /** Empty where it shows nothing, or nothing can be told yet. */
    Mono<Optional<PublicDiagnosis>> of(Association association, Locale locale);

    /**
     * Shows all that may be shown, without the pages: the sample data takes this way.
     *
     * @param by the president
     */
    Mono<Void> showAll(AssociationId association, SignedInPerson by);
}
