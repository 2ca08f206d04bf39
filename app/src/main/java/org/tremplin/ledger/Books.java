package org.tremplin.ledger;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reading the one book, to compare it with what others know. */
public interface Books {

    /** Of these sources, those whose transaction of this purpose is posted. */
    Mono<Set<UUID>> posted(String kind, String purpose, Collection<UUID> sources);

    /**
     * Cents on an account over all associations, debit more than zero. By the kept totals, so that it costs the same
     * however many entries there are; {@link #compareTotals} holds those against the entries.
     */
    Mono<Long> balance(String account, String currency);

    /** By line of these campaigns, in one query that costs the same however many gifts there are. */
    Flux<LineBalance> lines(Collection<UUID> campaigns, String currency);

    /** How many kept totals differ from the entries; an alarm tells of them. */
    Mono<Long> compareTotals();
}
