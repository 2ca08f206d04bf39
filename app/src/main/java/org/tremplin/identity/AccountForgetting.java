package org.tremplin.identity;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import org.tremplin.platform.privacy.Tie;
import org.tremplin.platform.security.Sessions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Erases accounts nobody uses; not that of a member, whom an association counts on. */
@Component
class AccountForgetting implements Retention {

    private final People people;
    private final Sessions sessions;
    private final List<Tie> ties;
    private final Term idle;
    private final TransactionalOperator transaction;

    AccountForgetting(
            People people,
            Sessions sessions,
            List<Tie> ties,
            KeepSettings settings,
            TransactionalOperator transaction) {
        this.people = people;
        this.sessions = sessions;
        this.ties = ties;
        this.idle = settings.idle();
        this.transaction = transaction;
    }

    @Override
    public Holding holding() {
        return Holding.of("accounts", Basis.CONTRACT, idle);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return people.unseenSince(idle.before(now), most)
                .collectList()
                .flatMap(unseen -> untied(unseen).flatMap(this::erase).thenReturn((long) unseen.size()));
    }

    /** An account in use begins its time anew, so that it does not stand before the others the next time. */
    private Mono<List<UUID>> untied(List<UUID> unseen) {
        return tied(unseen).flatMap(tied -> {
            List<UUID> free = unseen.stream().filter(id -> !tied.contains(id)).toList();
            return people.seen(tied).thenReturn(free);
        });
    }

    Mono<Set<UUID>> tied(List<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(Set.of())
                : Flux.fromIterable(ties)
                        .concatMap(tie -> tie.tied(ids))
                        .collect(Collectors.toCollection(HashSet::new))
                        .map(Set::copyOf);
    }

    Mono<Void> erase(List<UUID> ids) {
        return sessions.endAll(ids).then(people.erase(ids)).as(transaction::transactional);
    }
}
