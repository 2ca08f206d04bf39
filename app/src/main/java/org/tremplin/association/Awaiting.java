package org.tremplin.association;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits for people, of every source. */
@Component
public class Awaiting {

    /** Of one source at once. */
    private static final int MOST = 1_000;

    private static final Comparator<AwaitedAct> OLDEST_FIRST =
            Comparator.comparing(AwaitedAct::since).thenComparing(AwaitedAct::key);

    private final ObjectProvider<AwaitedActs> sources;

    Awaiting(ObjectProvider<AwaitedActs> sources) {
        this.sources = sources;
    }

    /** What waits for this person in this role, what waits longest first. */
    public Mono<List<AwaitedAct>> of(AssociationId association, UUID person, Role role) {
        return all(List.of(association))
                .filter(act -> act.isFor(person, role))
                .sort(OLDEST_FIRST)
                .collectList();
    }

    /** Whomever it waits for, what waits longest first. */
    public Flux<AwaitedAct> all(Collection<AssociationId> associations) {
        return associations.isEmpty()
                ? Flux.empty()
                : Flux.fromStream(sources::orderedStream)
                        .concatMap(source -> source.awaited(associations, MOST))
                        .sort(OLDEST_FIRST);
    }
}
