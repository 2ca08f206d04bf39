package org.tremplin.platform.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Claims deliveries by lease, works them, marks them done, or puts them back with a delay. */
@Component
class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final int BATCH = 64;
    private static final int ATTEMPTS = 12;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final Alarms alarms;

    Deliveries(DatabaseClient database, TransactionalOperator transaction, JsonMapper json, Alarms alarms) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
        this.alarms = alarms;
    }

    /** Names of those of these handlers that have something to do now. */
    Mono<Set<String>> waiting(Collection<FactHandler<?>> handlers) {
        return database.sql("""
                select distinct handler from platform.delivery
                where handler = any(:handlers) and state = 'WAITING' and next_at <= now()
                  and (claimed_until is null or claimed_until < now())
                """)
                .bind("handlers", handlers.stream().map(FactHandler::name).toArray(String[]::new))
                .map(row -> row.get("handler", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** Frees every claim, and lets what was put back be delivered at once. */
    Mono<Void> free() {
        return database.sql("update platform.delivery set claimed_until = null, next_at = least(next_at, now())"
                        + " where state = 'WAITING'")
                .then();
    }

    /** Those that are stuck do not count: an alarm tells of them. */
    Mono<Boolean> idle() {
        return database.sql("select exists (select 1 from platform.delivery where state = 'WAITING') as waiting")
                .map(row -> !Boolean.TRUE.equals(row.get("waiting", Boolean.class)))
                .one();
    }

    /** Delivers batches until one is not full: what comes later rings again. Gives how many were delivered. */
    <F extends Record> Mono<Integer> deliverWaiting(FactHandler<F> handler) {
        Mono<Integer> batch = Mono.defer(() -> claim(handler))
                .flatMap(claimed -> claimed.isEmpty()
                        ? Mono.just(0)
                        : deliver(handler, claimed).thenReturn(claimed.size()));
        return batch.expand(delivered -> delivered < BATCH ? Mono.empty() : batch)
                .reduce(0, Integer::sum);
    }

    private Mono<List<Delivery>> claim(FactHandler<?> handler) {
        return database.sql("""
                with claimed as (
                  update platform.delivery set claimed_until = now() + interval '60 seconds', attempts = attempts + 1
                  where (handler, event_id) in (
                    select handler, event_id from platform.delivery
                    where handler = :handler and state = 'WAITING' and next_at <= now()
                      and (claimed_until is null or claimed_until < now())
                    order by event_id limit :batch for update skip locked)
                  returning event_id, claimed_until, attempts)
                select event.id, event.body::text as body, claimed.claimed_until, claimed.attempts
                from claimed join platform.event event on event.id = claimed.event_id
                order by event.id
                """)
                .bind("handler", handler.name())
                .bind("batch", BATCH)
                .map(row -> new Delivery(
                        row.get("id", UUID.class),
                        row.get("body", String.class),
                        row.get("claimed_until", Instant.class),
                        row.get("attempts", Integer.class)))
                .all()
                .collectList();
    }

    private <F extends Record> Mono<Void> deliver(FactHandler<F> handler, List<Delivery> claimed) {
        if (handler instanceof OnBatch<F> onBatch) {
            return together(onBatch, claimed)
                    .onErrorResume(failure -> claimed.size() == 1
                            ? putBack(handler, claimed.get(0), failure)
                            : Flux.fromIterable(claimed)
                                    .concatMap(one -> together(onBatch, List.of(one))
                                            .onErrorResume(alone -> putBack(handler, one, alone)))
                                    .then());
        }
        OnEach<F> onEach = (OnEach<F>) handler;
        return Flux.fromIterable(claimed).concatMap(one -> alone(onEach, one)).then();
    }

    private <F extends Record> Mono<Void> together(OnBatch<F> handler, List<Delivery> batch) {
        return markDone(handler, batch)
                .then(Mono.defer(() -> handler.handle(
                        batch.stream().map(one -> fact(one, handler)).toList())))
                .as(transaction::transactional);
    }

    /** The claim is made new before each fact: the calls out for those before it may have taken long. */
    private <F extends Record> Mono<Void> alone(OnEach<F> handler, Delivery claimed) {
        return renew(handler, claimed)
                .flatMap(one -> Mono.defer(() -> handler.handle(fact(one, handler)))
                        .then(markDone(handler, List.of(one)))
                        .onErrorResume(failure -> putBack(handler, one, failure)));
    }

    private <F extends Record> F fact(Delivery delivery, FactHandler<F> handler) {
        return json.readValue(delivery.body(), handler.hears());
    }

    /** Empty when another instance took over. */
    private Mono<Delivery> renew(FactHandler<?> handler, Delivery delivery) {
        return database.sql("""
                update platform.delivery set claimed_until = now() + interval '60 seconds'
                where handler = :handler and event_id = :id and state = 'WAITING' and claimed_until = :claim
                returning claimed_until
                """)
                .bind("handler", handler.name())
                .bind("id", delivery.eventId())
                .bind("claim", delivery.claimedUntil())
                .map(row -> delivery.until(row.get("claimed_until", Instant.class)))
                .one();
    }

    /** Fails when the claim ran out and another instance took over, so that the work done under it rolls back. */
    private Mono<Void> markDone(FactHandler<?> handler, List<Delivery> batch) {
        return database.sql("""
                update platform.delivery set state = 'DONE', done_at = now(), claimed_until = null, last_error = null
                where handler = :handler and event_id = any(:ids) and state = 'WAITING' and claimed_until = :claim
                """)
                .bind("handler", handler.name())
                .bind("ids", batch.stream().map(Delivery::eventId).toArray(UUID[]::new))
                .bind("claim", batch.get(0).claimedUntil())
                .fetch()
                .rowsUpdated()
                .flatMap(marked -> marked == batch.size()
                        ? Mono.<Void>empty()
                        : Mono.error(new IllegalStateException("A claim of " + handler.name() + " ran out")));
    }

    private Mono<Void> putBack(FactHandler<?> handler, Delivery delivery, Throwable failure) {
        boolean stuck = delivery.attempts() >= ATTEMPTS;
        log.warn(
                "{} could not handle event {} (try {})",
                handler.name(),
                delivery.eventId(),
                delivery.attempts(),
                failure);
        Mono<Void> put = database.sql("""
                update platform.delivery set state = :state, claimed_until = null, last_error = :error,
                  next_at = now() + least(power(2, attempts), 3600) * interval '1 second'
                where handler = :handler and event_id = :id and state = 'WAITING' and claimed_until = :claim
                """)
                .bind("state", stuck ? "STUCK" : "WAITING")
                .bind("error", failure.getClass().getName())
                .bind("handler", handler.name())
                .bind("id", delivery.eventId())
                .bind("claim", delivery.claimedUntil())
                .then();
        return stuck
                ? put.then(alarms.raise(
                        "event.stuck",
                        handler.name() + " " + delivery.eventId(),
                        failure.getClass().getName(),
                        "Mend the cause, then set the delivery back to WAITING"))
                : put;
    }

    private record Delivery(UUID eventId, String body, Instant claimedUntil, int attempts) {
        Delivery until(Instant later) {
            return new Delivery(eventId, body, later, attempts);
        }
    }
}
