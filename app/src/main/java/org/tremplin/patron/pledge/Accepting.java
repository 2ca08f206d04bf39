package org.tremplin.patron.pledge;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.audit.Audit;
import reactor.core.publisher.Mono;

/** What both sides say of a promise. Each act is one transaction with its mails; said twice, it changes nothing. */
@Component
class Accepting {

    private final Pledges pledges;
    private final PledgeMails mails;
    private final Promisable promisable;
    private final Releases releases;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Accepting(
            Pledges pledges,
            PledgeMails mails,
            Promisable promisable,
            Releases releases,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.pledges = pledges;
        this.mails = mails;
        this.promisable = promisable;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** How an answer ended. */
    enum Answered {
        DONE,
        /** The same was said before. */
        BEFORE,
        /** Its time to be accepted is over, or somebody said otherwise. */
        OVER,
        /** The campaign is over, or needs less than was promised. */
        TOO_MUCH,
        /** The patron has to accept first. */
        NOT_YET
    }

    Mono<Answered> patron(UUID id) {
        return pledges.lock(id)
                .flatMap(pledge -> pledge.patronAcceptedAt() != null
                        ? Mono.just(
                                pledge.state() == PledgeState.PROPOSED || pledge.agreed() && pledge.endedAt() == null
                                        ? Answered.BEFORE
                                        : Answered.OVER)
                        : pledge.open(clock.instant())
                                ? pledges.acceptedByPatron(id).thenReturn(Answered.DONE)
                                : Mono.just(Answered.OVER))
                .as(transaction::transactional);
    }

    /** One at a time for each campaign: two promises may each fit, and not both. */
    Mono<Answered> association(UUID id, UUID by) {
        return pledges.find(id)
                .flatMap(found -> pledges.alone(found.campaign()))
                .then(pledges.lock(id))
                .flatMap(pledge -> {
                    if (pledge.agreed()) {
                        return Mono.just(pledge.endedAt() == null ? Answered.BEFORE : Answered.OVER);
                    }
                    if (!pledge.open(clock.instant())) {
                        return Mono.just(Answered.OVER);
                    }
                    return pledge.patronAcceptedAt() == null
                            ? Mono.just(Answered.NOT_YET)
                            : promisable
                                    .at(pledge.campaign())
                                    .filter(at -> at.takes(pledge))
                                    .flatMap(at -> accept(pledge, by).thenReturn(Answered.DONE))
                                    .defaultIfEmpty(Answered.TOO_MUCH);
                })
                .as(transaction::transactional);
    }

    private Mono<Void> accept(Pledge pledge, UUID by) {
        return pledges.accepted(pledge, by)
                .then(audit.note("pledge.accepted", pledge.association().value(), pledge.id()))
                .then(mails.patron(pledge, PledgeMails.Says.AGREED, null, ""))
                .then(releases.now(pledge));
    }

    Mono<Answered> refuse(UUID id, String why) {
        return pledges.lock(id)
                .flatMap(pledge -> pledge.state() != PledgeState.PROPOSED
                        ? Mono.just(pledge.state() == PledgeState.REFUSED ? Answered.BEFORE : Answered.OVER)
                        : pledges.end(pledge, PledgeState.REFUSED, why)
                                .then(audit.note(
                                        "pledge.refused", pledge.association().value(), id))
                                .then(mails.patron(pledge, PledgeMails.Says.REFUSED, null, ""))
                                .thenReturn(Answered.DONE))
                .as(transaction::transactional);
    }
}
