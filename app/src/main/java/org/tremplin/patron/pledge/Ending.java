package org.tremplin.patron.pledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Associations;
import org.tremplin.patron.pledge.Accepting.Answered;
import org.tremplin.platform.audit.Audit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How a promise ends before all of it came: what was paid stays, the rest will not come. */
@Component
class Ending {

    private final Pledges pledges;
    private final Instalments instalments;
    private final PledgeMails mails;
    private final Associations associations;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Ending(
            Pledges pledges,
            Instalments instalments,
            PledgeMails mails,
            Associations associations,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.pledges = pledges;
        this.instalments = instalments;
        this.mails = mails;
        this.associations = associations;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** By the patron, before or after the agreement; over when nothing of it is still to come. */
    Mono<Answered> withdraw(UUID id, String why) {
        return pledges.lock(id)
                .flatMap(pledge -> pledge.state() == PledgeState.PROPOSED || pledge.running()
                        ? end(pledge, PledgeState.WITHDRAWN, why)
                                .then(
                                        pledge.patronAcceptedAt() == null
                                                ? Mono.empty()
                                                : mails.team(pledge, PledgeMails.Says.WITHDRAWN, null, ""))
                                .then(mails.patron(pledge, PledgeMails.Says.WITHDRAWN, null, ""))
                                .thenReturn(Answered.DONE)
                        : Mono.just(pledge.state() == PledgeState.WITHDRAWN ? Answered.BEFORE : Answered.OVER))
                .as(transaction::transactional);
    }

    /** By the association, which expects the rest no more. */
    Mono<Answered> giveUp(UUID id, String why) {
        return desk(id, PledgeState.ENDED, PledgeMails.Says.ENDED, why);
    }

    /** By the association: what was promised in kind came. */
    Mono<Answered> came(UUID id, String why) {
        return desk(id, PledgeState.FULFILLED, PledgeMails.Says.FULFILLED, why);
    }

    private Mono<Void> noted(PledgeState how, Pledge pledge) {
        UUID association = pledge.association().value();
        return how == PledgeState.ENDED
                ? audit.note("pledge.ended", association, pledge.id())
                : audit.note("pledge.fulfilled", association, pledge.id());
    }

    private Mono<Answered> desk(UUID id, PledgeState how, PledgeMails.Says says, String why) {
        return pledges.lock(id)
                .flatMap(pledge -> pledge.running() && (how == PledgeState.ENDED || pledge.kind() == Pledge.Kind.SKILLS)
                        ? end(pledge, how, why)
                                .then(noted(how, pledge))
                                .then(mails.patron(pledge, says, null, ""))
                                .thenReturn(Answered.DONE)
                        : Mono.just(pledge.state() == how ? Answered.BEFORE : Answered.OVER))
                .as(transaction::transactional);
    }

    private Mono<Void> end(Pledge pledge, PledgeState how, String why) {
        return associations.find(pledge.association()).flatMap(association -> {
            LocalDate today = association.today(clock);
            return pledges.end(pledge, how, why)
                    // those that came too: a gift that goes back later is awaited no more
                    .thenMany(Flux.fromIterable(pledge.agreed() ? pledge.instalments() : List.<Instalment>of())
                            .concatMap(one -> instalments.move(one.withdrawn(today))))
                    .then();
        });
    }
}
