package org.tremplin.payment.webhook;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.webhook.EventReader.Envelope;
import org.tremplin.platform.event.EventLog;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Writes events in batches: what comes while one is being written, up to 64, is the next insert. Each caller hears of
 * the commit of its own batch only. The queue is bounded: what does not fit is refused, and the provider comes back with it.
 */
@Component
class EventStore implements DisposableBean {

    private static final Logger logger = LoggerFactory.getLogger(EventStore.class);

    private static final int BATCH = 64;
    private static final int MOST_WAITING = 4_096;

    private final DatabaseClient database;
    private final EventLog log;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Sinks.Many<Boolean> bell = Sinks.many().multicast().directBestEffort();
    /** The one writer of this instance. It is nobody's request: a batch belongs to many callers and outlives each. */
    private final Disposable writer;

    EventStore(DatabaseClient database, EventLog log, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
        this.writer = bell.asFlux()
                .onBackpressureLatest()
                // off the caller's thread, who holds the bell meanwhile
                .publishOn(Schedulers.parallel(), 1)
                .concatMap(rung -> write(), 1)
                .subscribe(written -> {}, failure -> logger.error("Events are stored no more", failure));
    }

    /** Done once the event is on disk, or already was. */
    Mono<Void> store(Envelope event) {
        return Mono.defer(() -> {
            int place = waiting.incrementAndGet();
            if (place > MOST_WAITING) {
                waiting.decrementAndGet();
                return Mono.error(new StoreFull());
            }
            Waiting mine = new Waiting(event, Sinks.empty());
            queue.add(mine);
            ring();
            return mine.done().asMono();
        });
    }

    private void ring() {
        synchronized (bell) {
            bell.tryEmitNext(true);
        }
    }

    /** Until none waits. */
    private Mono<Void> write() {
        return Mono.defer(() -> {
                    List<Waiting> batch = take();
                    return commit(batch).doFinally(end -> waiting.addAndGet(-batch.size()));
                })
                .repeat(() -> !queue.isEmpty())
                .then()
                .onErrorResume(failure -> {
                    logger.error("A batch of events was lost on its way to the disk", failure);
                    return Mono.empty();
                });
    }

    @Override
    public void destroy() {
        writer.dispose();
    }

    private List<Waiting> take() {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = batch.size() < BATCH ? queue.poll() : null) {
            batch.add(next);
        }
        return batch;
    }

    /** Never fails: each caller hears of its own failure. One event that cannot be stored does not hold the others. */
    private Mono<Void> commit(List<Waiting> batch) {
        return batch.isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> insert(batch))
                        .doOnSuccess(stored -> batch.forEach(Waiting::stored))
                        .onErrorResume(failure -> batch.size() == 1 || databaseGone(failure)
                                ? Mono.fromRunnable(() -> batch.forEach(one -> one.failed(failure)))
                                : Flux.fromIterable(batch)
                                        .concatMap(one -> commit(List.of(one)))
                                        .then());
    }

    private static boolean databaseGone(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException || failure instanceof TransactionException;
    }

    private Mono<Void> insert(List<Waiting> batch) {
        Map<List<String>, Envelope> events = new LinkedHashMap<>();
        batch.stream()
                .map(Waiting::event)
                .sorted(Comparator.comparing(Envelope::account).thenComparing(Envelope::id))
                .forEach(event -> events.putIfAbsent(List.of(event.account(), event.id()), event));
        return database.sql("""
                insert into payment.provider_event (account, event_id, type, payload, received_at)
                select account, event_id, type, decode(payload, 'hex'), :now
                from unnest(:accounts, :ids, :types, :payloads) as event(account, event_id, type, payload)
                on conflict do nothing
                returning account, event_id
                """)
                .bind(
                        "accounts",
                        events.values().stream().map(Envelope::account).toArray(String[]::new))
                .bind("ids", events.values().stream().map(Envelope::id).toArray(String[]::new))
                .bind("types", events.values().stream().map(Envelope::type).toArray(String[]::new))
                // an array of byte arrays does not survive the driver
                .bind("payloads", events.values().stream().map(Envelope::hex).toArray(String[]::new))
                .bind("now", clock.instant())
                .map(row -> new EventReceived(row.get("account", String.class), row.get("event_id", String.class)))
                .all()
                .collectList()
                .flatMap(log::append)
                .as(transaction::transactional);
    }

    /** The provider sends more than the database takes. */
    static final class StoreFull extends RuntimeException {}

    private record Waiting(Envelope event, Sinks.Empty<Void> done) {

        void stored() {
            done.tryEmitEmpty();
        }

        void failed(Throwable failure) {
            done.tryEmitError(failure);
        }
    }
}
