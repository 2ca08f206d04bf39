package org.tremplin.patron.pledge;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.campaign.CampaignId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Releases instalments whose condition is met and mails how to pay them. It asks what is true now, whoever woke it: a fact,
 * the clock, an acceptance; so it may run twice, late, or in any order.
 */
@Component
class Releases {

    private static final int MOST = 500;

    private static final String WAITING = """
            from patron.instalment i join patron.pledge p on p.id = i.pledge_id
            where p.state = 'ACCEPTED' and i.released_on is null and i.withdrawn_on is null
            """;

    private final Promisable promisable;
    private final Pledges pledges;
    private final Instalments instalments;
    private final PledgeMails mails;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Releases(
            Promisable promisable,
            Pledges pledges,
            Instalments instalments,
            PledgeMails mails,
            DatabaseClient database,
            TransactionalOperator transaction) {
        this.promisable = promisable;
        this.pledges = pledges;
        this.instalments = instalments;
        this.mails = mails;
        this.database = database;
        this.transaction = transaction;
    }

    /** Campaigns where the day of an instalment has come somewhere, in an order. */
    Flux<CampaignId> onDay(LocalDate day) {
        return database.sql("select distinct p.campaign_id " + WAITING
                        + " and i.condition = 'DATE' and i.due_on <= :day order by p.campaign_id limit :most")
                .bind("day", day)
                .bind("most", MOST)
                .map(row -> new CampaignId(row.get("campaign_id", UUID.class)))
                .all();
    }

    /** In the caller's transaction, which holds it: what of this one is not to be waited for any more. */
    Mono<Void> now(Pledge pledge) {
        return promisable.at(pledge.campaign()).flatMap(at -> release(pledge.id(), at));
    }

    /** Always in the same order, for each stays locked until the last is done. */
    Mono<Void> now(CampaignId campaign) {
        return database.sql("select distinct i.pledge_id " + WAITING
                        + " and p.campaign_id = :campaign order by i.pledge_id")
                .bind("campaign", campaign.value())
                .map(row -> row.get("pledge_id", UUID.class))
                .all()
                .collectList()
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(waiting -> promisable
                        .at(campaign)
                        .flatMapMany(at -> Flux.fromIterable(waiting).concatMap(one -> release(one, at)))
                        .then())
                .as(transaction::transactional);
    }

    private Mono<Void> release(UUID id, Promisable.At at) {
        return pledges.lock(id)
                .filter(pledge -> pledge.state() == PledgeState.ACCEPTED)
                .flatMapMany(pledge -> Flux.fromIterable(pledge.instalments())
                        .filter(one -> one.releasedOn() == null && one.withdrawnOn() == null && at.met(one.condition()))
                        .map(one -> one.released(at.today()))
                        .concatMap(one -> instalments
                                .move(one)
                                .then(pledges.told(pledge))
                                .then(
                                        one.restCents() == 0
                                                ? Mono.empty()
                                                : mails.patron(pledge, PledgeMails.Says.DUE, one, " " + one.number()))))
                .then();
    }
}
