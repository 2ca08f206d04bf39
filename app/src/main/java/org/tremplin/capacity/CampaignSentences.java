package org.tremplin.capacity;

import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** A port: campaigns stand above the diagnosis, whose strategy page quotes them. */
public interface CampaignSentences {

    /** The project of its latest public campaign in one sentence; empty when it has none. */
    Mono<String> of(AssociationId association);
}
