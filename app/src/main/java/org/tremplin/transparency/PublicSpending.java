package org.tremplin.transparency;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What was bought and what is ordered, for pages: approved expenses and commitments that stand. */
public interface PublicSpending {

    /** Of one campaign, by day, the oldest first. One query. */
    Mono<List<Spent>> of(UUID campaign);

    /** Approved quotes and orders with what of them is not spent yet, likewise. One query. */
    Mono<List<Spent>> promised(UUID campaign);
}
