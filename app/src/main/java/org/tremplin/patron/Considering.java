package org.tremplin.patron;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What a patron does with an account, without the pages: the sample data takes this way. What is done is left alone. */
public interface Considering {

    /** Opens an account for a firm that this person decides for. */
    Mono<Void> open(UUID person, String firm);

    /** @param query of the address of a comparison, encoded, without the question mark */
    Mono<Void> keep(UUID person, String name, String query);

    /** @param slug of a campaign in public */
    Mono<Void> ask(UUID person, String slug, String question);

    /** In the name of the association whose campaign it is; by one of its members. */
    Mono<Void> answer(UUID member, UUID asker, String slug, String answer);
}
