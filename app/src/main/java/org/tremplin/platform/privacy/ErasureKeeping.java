package org.tremplin.platform.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * list; what only the list knows was erased after the backup that was restored, and is erased again. Both are read whole
 * once, in pages; from then on only what is recent, unless the data or the file turns out to be older than it was.
 */
@Component
public class ErasureKeeping {

    private static final Logger log = LoggerFactory.getLogger(ErasureKeeping.class);

    /** In the data folder. */
    public static final String LIST = "erasures.txt";

    /** Longer than the transaction of an erasure lasts, or a clock is set back by. */
    private static final Duration RECENT = Duration.ofHours(1);

    private final ErasureRows rows;
    private final Map<String, ErasesAgain> again;
    private final ErasureList list;
    private final Alarms alarms;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Scheduler disk = Schedulers.newBoundedElastic(1, 8, "erasures");
    private volatile @Nullable InBoth inBoth;

    ErasureKeeping(
            ErasureRows rows,
            List<ErasesAgain> again,
            TremplinSettings settings,
            Alarms alarms,
            TransactionalOperator transaction,
            Clock clock) {
        this.rows = rows;
        this.again = again.stream().collect(Collectors.toMap(ErasesAgain::kind, one -> one));
        this.list = new ErasureList(settings.dataDir().resolve(LIST));
        this.alarms = alarms;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each minute, so that what was erased is soon in the list; safe on several instances, each with a list of its own. */
    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    public Mono<Void> keep() {
        return Mono.defer(this::compare)
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

    /** Erases again what only the list knows; an error when that cannot be done, or the list not be read. */
    Mono<Void> eraseAgain() {
        return Flux.using(list::read, Flux::fromStream, Stream::close)
                .subscribeOn(disk)
                .buffer(ErasureRows.PAGE)
                .concatMap(this::eraseAgain, 1)
                .then();
    }

    private Mono<Void> compare() {
        InBoth before = inBoth;
        return before == null
                ? whole()
                : Mono.zip(rows.known(before.last()), onDisk(list::size))
                        .map(now -> now.getT1().containsAll(before.last()) && now.getT2() >= before.bytes())
                        .flatMap(still -> still ? more(before) : whole());
    }

    private Mono<Void> whole() {
        return eraseAgain().then(add(Instant.EPOCH, page -> onDisk(() -> list.without(page))));
    }

    private Mono<Void> more(InBoth before) {
        return add(
                clock.instant().minus(RECENT),
                page -> Mono.just(page.stream()
                        .filter(one -> !before.recent().contains(one.id()))
                        .toList()));
    }

    /** @param unknown of a page of rows, those that the list does not hold */
    private Mono<Void> add(Instant since, Function<List<Erasure>, Mono<List<Erasure>>> unknown) {
        InBoth before = inBoth;
        InBoth none = new InBoth(Set.of(), before == null ? null : before.newest(), 0);
        Instant recent = clock.instant().minus(RECENT);
        return rows.since(since)
                .concatMap(
                        page -> unknown.apply(page).flatMap(more -> write(more)).thenReturn(page), 1)
                .reduce(none, (all, page) -> all.and(page, recent))
                .zipWhen(all -> onDisk(list::size), InBoth::in)
                .doOnNext(all -> inBoth = all)
                .then();
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

    private Mono<Void> eraseAgain(List<Erasure> listed) {
        return rows.known(listed.stream().map(Erasure::id).toList())
                .map(known ->
                        listed.stream().filter(one -> !known.contains(one.id())).toList())
                .filter(missing -> !missing.isEmpty())
                .doOnNext(
                        missing -> log.warn("The data is older than {} erasures: they are done again", missing.size()))
                .flatMapIterable(missing -> missing.stream()
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
                        .then(Mono.defer(() -> rows.store(erasures)))
                        .as(transaction::transactional);
    }

    private <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(disk);
    }

    /**
     * What both lists hold.
     *
     * @param recent of the last hour
     * @param newest is looked for too: data that lacks one of these is older than it was
     * @param bytes a file that has fewer is older than it was
     */
    private record InBoth(Set<UUID> recent, @Nullable UUID newest, long bytes) {

        InBoth in(long size) {
            return new InBoth(recent, newest, size);
        }

        InBoth and(List<Erasure> page, Instant since) {
            Set<UUID> all = new HashSet<>(recent);
            page.stream()
                    .filter(one -> one.at().isAfter(since))
                    .map(Erasure::id)
                    .forEach(all::add);
            return new InBoth(
                    all, page.isEmpty() ? newest : page.get(page.size() - 1).id(), bytes);
        }

        Set<UUID> last() {
            Set<UUID> last = new HashSet<>(recent);
            if (newest != null) {
                last.add(newest);
            }
            return last;
        }
    }
}
