package org.tremplin.transparency;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What was bought, for pages: approved expenses that stand. */
public interface PublicSpending {

    /** Of one campaign, by day, the oldest first. One query. */
    Mono<List<Spent>> of(UUID campaign);
}
