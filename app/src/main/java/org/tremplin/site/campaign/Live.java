package org.tremplin.site.campaign;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;
import org.tremplin.site.totals.Totals;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Campaigns as they change: one stream shared by all who watch a campaign, read every two seconds while anybody does, and
 * ended when the application stops.
 */
@Component
class Live implements ApplicationListener<ContextClosedEvent> {

    private static final Duration LINGER = Duration.ofSeconds(10);

    private final Snapshots snapshots;
    private final Map<String, Flux<Snapshot>> streams = new ConcurrentHashMap<>();
    private final Sinks.Empty<Void> stop = Sinks.empty();

    Live(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** First as it is, then after each change, at most every two seconds; empty for an unknown campaign. */
    Flux<Snapshot> of(String slug) {
        // an unknown address must not leave a stream behind
        return snapshots.find(slug).flatMapMany(found -> streams.computeIfAbsent(slug, this::open));
    }

    private Flux<Snapshot> open(String slug) {
        return Flux.interval(Duration.ZERO, Totals.AGE)
                .onBackpressureDrop()
                .concatMap(tick -> snapshots.find(slug).onErrorResume(later -> Mono.empty()), 1)
                .distinctUntilChanged()
                .takeUntilOther(stop.asMono())
                .doFinally(end -> streams.remove(slug))
                .replay(1)
                .refCount(1, LINGER);
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        stop.tryEmitEmpty();
    }
}
