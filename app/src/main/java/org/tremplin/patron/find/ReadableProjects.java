package org.tremplin.patron.find;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads campaigns so that one that cannot be read hides no other: it is left out, and the operator is told. */
@Component
class ReadableProjects {

    private static final Logger log = LoggerFactory.getLogger(ReadableProjects.class);
    private static final String UNREADABLE = "patron.project_unreadable";
    private static final int MOST_ALARMS = 200;

    private final ReadProjects reading;
    private final Alarms alarms;

    ReadableProjects(ReadProjects reading, Alarms alarms) {
        this.reading = reading;
        this.alarms = alarms;
    }

    Mono<List<Project>> read(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(List.of())
                : whole(List.copyOf(ids))
                        .delayUntil(read -> mended(read.stream()
                                .map(project -> project.id().toString())
                                .collect(Collectors.toSet())));
    }

    private Mono<List<Project>> whole(List<UUID> ids) {
        return reading.read(ids).onErrorResume(failure -> !ofTheDatabase(failure), failure -> apart(ids, failure));
    }

    /** By halves: of a hundred campaigns one is found in some fourteen readings. */
    private Mono<List<Project>> apart(List<UUID> ids, Throwable failure) {
        if (ids.size() == 1) {
            return unreadable(ids.get(0), failure).thenReturn(List.of());
        }
        int half = ids.size() / 2;
        return Flux.just(ids.subList(0, half), ids.subList(half, ids.size()))
                .concatMap(this::whole)
                .flatMapIterable(read -> read)
                .collectList();
    }

    /** Then nothing can be read, and no campaign is to blame. */
    private static boolean ofTheDatabase(Throwable failure) {
        return failure instanceof NestedRuntimeException;
    }

    private Mono<Void> unreadable(UUID campaign, Throwable failure) {
        log.warn("Campaign {} cannot be read for the list for patrons", campaign, failure);
        return alarms.raise(
                "patron.project_unreadable",
                campaign.toString(),
                failure.getClass().getSimpleName(),
                "Open the page of this campaign and read the log; it is not in the list for patrons meanwhile.");
    }

    private Mono<Void> mended(Set<String> read) {
        return alarms.subjects(UNREADABLE, MOST_ALARMS)
                .collectList()
                .flatMapIterable(subjects -> subjects)
                .filter(read::contains)
                .concatMap(campaign -> alarms.close(UNREADABLE, campaign))
                .then();
    }
}
