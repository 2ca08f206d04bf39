package org.tremplin.patron;

import java.time.LocalDate;
import java.util.UUID;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** Dossiers for patrons, without the pages on which they are made: the sample data takes this way. What is done stays. */
public interface Presenting {

    /** @param kind as the form of the desk names it; @param paper a PDF */
    Mono<Void> enclose(AssociationId association, String kind, byte[] paper);

    /** @param campaign slug of a campaign in public; @param until last day of the link; @param by a member */
    Mono<Void> present(String campaign, String whom, LocalDate until, UUID by);

    /** The patron opens its page. */
    Mono<Void> visit(String campaign, String whom);
}
