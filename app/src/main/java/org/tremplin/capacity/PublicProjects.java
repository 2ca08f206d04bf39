package org.tremplin.capacity;

import org.tremplin.association.AssociationId;
import reactor.core.publisher.Flux;

/** A port: campaigns stand above the diagnosis, whose page for patrons leads to them. */
public interface PublicProjects {

    /** Those of one association, the newest first, five at most. */
    Flux<Project> of(AssociationId association);

    /** @param language of the title */
    record Project(String slug, String title, String language) {}
}
