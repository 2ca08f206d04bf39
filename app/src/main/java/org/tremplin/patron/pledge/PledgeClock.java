package org.tremplin.patron.pledge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Associations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What only time does to promises: offers nobody answered end, dates come, late payments are told once, and what was not
 * released when an agreement ends is not owed. Safe to run twice, or on two instances at once.
 */
@Component
class PledgeClock {

    private static final Logger log = LoggerFactory.getLogger(PledgeClock.class);
    private static final int BATCH = 200;

    private final Pledges pledges;
    private final Instalments instalments;
    private final Releases releases;
    private final PledgeMails mails;
    private final Associations associations;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PledgeClock(
            Pledges pledges,
            Instalments instalments,
            Releases releases,
            PledgeMails mails,
            Associations associations,
            DatabaseClient database,
            TransactionalOperator transaction,
            Clock clock) {
        this.pledges = pledges;
        this.instalments = instalments;
        this.releases = releases;
        this.mails = mails;
        this.associations = associations;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 4, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Void> look() {
        return tick().onErrorResume(failure -> {
            log.warn("Promises of patrons wait: {}", failure.toString());
            return Mono.empty();
        });
    }

    Mono<Void> tick() {
        return expire().then(dates()).then(late()).then(ends());
    }

    private Mono<Void> expire() {
        return ids("select id from patron.pledge where state = 'PROPOSED' and answer_by <= :now order by id limit :most")
                .concatMap(id -> pledges.lock(id)
                        .filter(one -> one.state() == PledgeState.PROPOSED && !one.open(clock.instant()))
                        .flatMap(one -> pledges.end(one, PledgeState.EXPIRED, "")
                                .then(
                                        one.patronAcceptedAt() == null
                                                ? Mono.empty()
                                                : mails.patron(one, PledgeMails.Says.EXPIRED, null, "")))
                        .as(transaction::transactional))
                .then();
    }

    private Mono<Void> dates() {
        // wherever the association is, its day is no later than the one after this
        return releases.onDay(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(releases::now)
                .then();
    }

    private Mono<Void> late() {
        return ids("""
                select distinct i.pledge_id as id from patron.instalment i
                join patron.pledge p on p.id = i.pledge_id and p.state = 'ACCEPTED'
                where i.late_told_on is null and i.withdrawn_on is null
                  and i.released_on < (:now)::date - 29
                  and i.cents > (select coalesce(sum(g.cents - g.returned_cents), 0) from patron.instalment_gift g
                    where g.pledge_id = i.pledge_id and g.number = i.number)
                order by id limit :most
                """)
                .concatMap(id -> pledges.lock(id).flatMapMany(this::late).then().as(transaction::transactional))
                .then();
    }

    private Flux<Void> late(Pledge pledge) {
        return today(pledge)
                .flatMapMany(today -> Flux.fromIterable(pledge.instalments())
                        .filter(one -> one.state(today) == InstalmentState.LATE)
                        .concatMap(one -> instalments
                                .toldLate(one, today)
                                .filter(fresh -> fresh)
                                .flatMap(fresh -> mails.patron(pledge, PledgeMails.Says.LATE, one, " " + one.number())
                                        .then(mails.team(pledge, PledgeMails.Says.LATE, one, " " + one.number())))));
    }

    private Mono<Void> ends() {
        return ids("""
                select distinct i.pledge_id as id from patron.instalment i
                join patron.pledge p on p.id = i.pledge_id and p.state = 'ACCEPTED'
                where i.released_on is null and i.withdrawn_on is null and p.ends_on < (:now)::date
                  and i.cents > (select coalesce(sum(g.cents - g.returned_cents), 0) from patron.instalment_gift g
                    where g.pledge_id = i.pledge_id and g.number = i.number)
                order by id limit :most
                """)
                .concatMap(id -> pledges.lock(id)
                        .flatMap(one -> today(one)
                                .filter(today -> today.isAfter(one.endsOn()) && one.awaitedCents() > 0)
                                .flatMap(today -> lapse(one, today)))
                        .as(transaction::transactional))
                .then();
    }

    private Mono<Void> lapse(Pledge pledge, LocalDate today) {
        return Flux.fromIterable(pledge.instalments())
                .filter(part -> part.releasedOn() == null && part.withdrawnOn() == null)
                .concatMap(part -> instalments.move(part.withdrawn(today)))
                .then(pledges.told(pledge))
                .then(mails.patron(pledge, PledgeMails.Says.LAPSED, null, ""))
                .then(mails.team(pledge, PledgeMails.Says.LAPSED, null, ""));
    }

    private Mono<LocalDate> today(Pledge pledge) {
        return associations.find(pledge.association()).map(association -> association.today(clock));
    }

    private Flux<UUID> ids(String sql) {
        Instant now = clock.instant();
        return database.sql(sql)
                .bind("now", now)
                .bind("most", BATCH)
                .map(row -> row.get("id", UUID.class))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable);
    }
}
