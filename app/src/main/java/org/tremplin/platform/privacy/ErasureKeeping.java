package org.tremplin.platform.privacy;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Holds the list of erasures beside the data and the one in the data together. What only the data knows is added to the
 * list; what only the list knows was erased after the backup that was restored, and is erased again.
 */
@Component
public class ErasureKeeping {

    private static final Logger log = LoggerFactory.getLogger(ErasureKeeping.class);

    /** In the data folder. */
    public static final String LIST = "erasures.txt";

    private final DatabaseClient database;
    private final Map<String, ErasesAgain> again;
    private final ErasureList list;
    private final Alarms alarms;
    private final TransactionalOperator transaction;
    private final Scheduler disk = Schedulers.newBoundedElastic(1, 8, "erasures");

    ErasureKeeping(
            DatabaseClient database,
            List<ErasesAgain> again,
            TremplinSettings settings,
            Alarms alarms,
            TransactionalOperator transaction) {
        this.database = database;
        this.again = again.stream().collect(Collectors.toMap(ErasesAgain::kind, one -> one));
        this.list = new ErasureList(settings.dataDir().resolve(LIST));
        this.alarms = alarms;
        this.transaction = transaction;
    }

    /** Each minute, so that what was erased is soon in the list; safe on several instances, each with a list of its own. */
    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    public Mono<Void> keep() {
        return Mono.zip(onDisk(list::read), rows())
                .flatMap(both -> eraseAgain(without(both.getT1(), both.getT2()))
                        .then(write(without(both.getT2(), both.getT1()))))
                .then(alarms.close("privacy.erasures_not_kept", LIST))
                .onErrorResume(failure -> {
                    log.warn("The list of erasures is not kept: {}", failure.toString());
                    return alarms.raise(
                            "privacy.erasures_not_kept",
                            LIST,
                            failure.getClass().getSimpleName(),
                            "See that the data folder can be written; it is tried again each minute");
                });
    }

    private static List<Erasure> without(List<Erasure> these, List<Erasure> those) {
        Set<UUID> known = those.stream().map(Erasure::id).collect(Collectors.toSet());
        return these.stream().filter(one -> !known.contains(one.id())).toList();
    }

    private Mono<Void> write(List<Erasure> more) {
        return more.isEmpty()
                ? Mono.empty()
                : onDisk(() -> {
                            list.add(more);
                            return more;
                        })
                        .then();
    }

    private Mono<Void> eraseAgain(List<Erasure> missing) {
        if (missing.isEmpty()) {
            return Mono.empty();
        }
        log.warn("The data is older than {} erasures: they are done again", missing.size());
        return Flux.fromIterable(missing.stream()
                        .collect(Collectors.groupingBy(Erasure::kind))
                        .entrySet())
                .concatMap(kind -> eraseAgain(kind.getKey(), kind.getValue()))
                .then();
    }

    private Mono<Void> eraseAgain(String kind, List<Erasure> erasures) {
        ErasesAgain known = again.get(kind);
        return known == null
                ? Mono.error(new IllegalStateException("Nobody knows how to erase again: " + kind))
                : known.again(erasures.stream().map(Erasure::subject).collect(Collectors.toSet()))
                        .then(Mono.defer(() -> store(erasures)))
                        .as(transaction::transactional);
    }

    private Mono<Void> store(List<Erasure> erasures) {
        return database.sql("""
                insert into platform.erasure (id, at, kind, subject)
                select * from unnest(:ids, :at, :kinds, :subjects) on conflict do nothing
                """)
                .bind("ids", erasures.stream().map(Erasure::id).toArray(UUID[]::new))
                .bind("at", erasures.stream().map(Erasure::at).toArray(Instant[]::new))
                .bind("kinds", erasures.stream().map(Erasure::kind).toArray(String[]::new))
                .bind("subjects", erasures.stream().map(Erasure::subject).toArray(String[]::new))
                .then();
    }

    private Mono<List<Erasure>> rows() {
        return database.sql("select id, at, kind, subject from platform.erasure order by id")
                .map(ErasureKeeping::erasure)
                .all()
                .collectList();
    }

    private Mono<List<Erasure>> onDisk(Callable<List<Erasure>> work) {
        return Mono.fromCallable(work).subscribeOn(disk);
    }

    private static Erasure erasure(Readable row) {
        return new Erasure(
                row.get("id", UUID.class),
                row.get("at", Instant.class),
                row.get("kind", String.class),
                row.get("subject", String.class));
    }
}
