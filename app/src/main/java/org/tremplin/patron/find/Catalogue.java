package org.tremplin.patron.find;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tremplin.platform.event.OnChange;
import org.tremplin.platform.web.Recent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every public campaign, kept in memory: facts tell which one to read anew. Nothing of it is stored, so nothing of it can
 * go stale over a restart. When anything may have changed, all are read anew a part at a time: a search never waits for
 * more than one part, but the very first. One that cannot be read is left out until it changes, or a full hour comes.
 */
@Component
class Catalogue implements OnChange {

    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);

    /** Campaigns read in one go at first, when a search waits for all. */
    private static final int FIRST_PART = 250;

    /** The same for those that may have changed: so few that the search which waits for them does not notice. */
    private static final int PART = 40;

    private final ReadProjects reading;
    private final ReadableProjects readable;
    private final Clock clock;
    /** Never old enough to do without asking what was told: it keeps readings one at a time, and the last if one fails. */
    private final Recent<String, Kept> recent = new Recent<>(Duration.ZERO, every -> refresh());

    private final Set<UUID> told = new LinkedHashSet<>();
    private boolean allDoubted;

    /** Ids still to be read anew; touched by one reading at a time, as what follows. */
    private final Deque<UUID> waiting = new ConcurrentLinkedDeque<>();

    private volatile Kept kept = Kept.NOTHING;

    Catalogue(ReadProjects reading, ReadableProjects readable, Clock clock) {
        this.reading = reading;
        this.readable = readable;
        this.clock = clock;
    }

    Mono<List<Project>> projects(Order order) {
        return recent.get("").map(now -> now.sorted(order));
    }

    /** What hangs on the day alone, such as a promise that is late, changes on a full hour in every zone. */
    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    @Override
    public void changed(Set<UUID> subjects) {
        doubt(subjects, subjects.isEmpty());
    }

    private void doubt(Set<UUID> subjects, boolean all) {
        synchronized (told) {
            told.addAll(subjects);
            allDoubted |= all;
        }
    }

    /** Read before anybody asks, until nothing waits. */
    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    Mono<Void> warm() {
        return recent.get("").repeat(() -> !waiting.isEmpty()).then().onErrorResume(failure -> {
            log.warn("The list for patrons is read when somebody asks: {}", failure.toString());
            return Mono.empty();
        });
    }

    private Mono<Kept> refresh() {
        Instant hour = hour();
        Set<UUID> subjects;
        boolean all;
        synchronized (told) {
            subjects = Set.copyOf(told);
            told.clear();
            all = allDoubted || !kept.hour().equals(hour);
            allDoubted = false;
        }
        if (!all && subjects.isEmpty() && waiting.isEmpty()) {
            return Mono.just(kept);
        }
        return (all ? reading.all().doOnNext(this::await).then() : Mono.<Void>empty())
                .then(Mono.defer(() -> subjects.isEmpty() ? Mono.just(Set.<UUID>of()) : reading.of(subjects)))
                .flatMap(changed -> read(subjects, next(changed)))
                .map(byId -> kept = new Kept(hour, byId))
                .doOnError(failed -> doubt(subjects, true));
    }

    /** Those that are no longer public go, the others wait for their turn. */
    private void await(Set<UUID> all) {
        waiting.clear();
        waiting.addAll(all);
        kept = kept.only(all);
    }

    private Set<UUID> next(Set<UUID> changed) {
        Set<UUID> next = new LinkedHashSet<>(changed);
        boolean first = kept.byId().isEmpty();
        while (!waiting.isEmpty() && (first || next.size() < PART)) {
            next.add(waiting.remove());
        }
        return next;
    }

    /** @param subjects what is not among {@code ids} is no longer public, or an association */
    private Mono<Map<UUID, Project>> read(Set<UUID> subjects, Set<UUID> ids) {
        Map<UUID, Project> known = new HashMap<>(kept.byId());
        known.keySet().removeAll(subjects);
        known.keySet().removeAll(ids);
        return Flux.fromIterable(ids)
                .buffer(FIRST_PART)
                .concatMap(readable::read)
                .reduce(known, (all, read) -> {
                    read.forEach(project -> all.put(project.id(), project));
                    return all;
                });
    }

    /** @param hour of the facts that hang on the day alone; @param lists in the orders that were asked */
    private record Kept(Instant hour, Map<UUID, Project> byId, Map<Order, List<Project>> lists) {

        static final Kept NOTHING = new Kept(Instant.EPOCH, Map.of());

        Kept(Instant hour, Map<UUID, Project> byId) {
            this(hour, byId, new ConcurrentHashMap<>());
        }

        List<Project> sorted(Order order) {
            return lists.computeIfAbsent(order, asked -> asked.sorted(byId.values()));
        }

        Kept only(Set<UUID> ids) {
            Map<UUID, Project> left = new HashMap<>(byId);
            left.keySet().retainAll(ids);
            return new Kept(hour, left);
        }
    }
}
