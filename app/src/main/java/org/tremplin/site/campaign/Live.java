package org.tremplin.site.campaign;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;
import org.tremplin.platform.web.Language;
import org.tremplin.site.totals.Received;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/**
 * Campaigns as they change: one stream shared by all who watch a campaign in a language, written once for all of them,
 * looked at twice a second while anybody watches, and ended when the application stops.
 */
@Component
class Live implements ApplicationListener<ContextClosedEvent> {

    /** What is looked at is read every two seconds at most, see {@link Snapshots}: so often it changes. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration LINGER = Duration.ofSeconds(10);

    /** Proxies end a silent connection after about a minute. */
    private static final Duration PULSE = Duration.ofSeconds(25);

    private final Snapshots snapshots;
    private final CampaignPages campaigns;
    private final JsonMapper json;
    private final Map<Watched, Flux<Event>> streams = new ConcurrentHashMap<>();
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final Flux<Event> pulses =
            Flux.interval(PULSE).onBackpressureDrop().map(tick -> Event.PULSE).share();

    Live(Snapshots snapshots, CampaignPages campaigns, JsonMapper json) {
        this.snapshots = snapshots;
        this.campaigns = campaigns;
        this.json = json;
    }

    /**
     * First as it is, then after each change, at most every two seconds; empty for an unknown campaign.
     *
     * @param last id of the event the visitor has seen; empty for none
     */
    Flux<byte[]> of(String slug, Language language, String last) {
        // an unknown address must not leave a stream behind
        return snapshots
                .find(slug)
                .flatMapMany(found -> streams.computeIfAbsent(new Watched(slug, language), this::open))
                .filter(event -> !last.equals(event.id()))
                .mergeWith(pulses)
                // who reads slowly misses what is old by then
                .onBackpressureLatest()
                .takeUntilOther(stop.asMono())
                .map(Event::bytes);
    }

    private Flux<Event> open(Watched watched) {
        return Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .concatMap(tick -> snapshots.find(watched.slug()).onErrorResume(later -> Mono.empty()), 1)
                .distinctUntilChanged()
                .map(seen -> event(seen, watched.language()))
                .distinctUntilChanged(Event::id)
                .takeUntilOther(stop.asMono())
                .doFinally(end -> streams.remove(watched))
                .replay(1)
                .refCount(1, LINGER);
    }

    private Event event(Snapshot seen, Language language) {
        Received received = seen.received();
        String id = received.gifts() + "-" + received.cents() + "-" + received.pendingCents() + "-"
                + seen.published().edition().number() + "-" + seen.promisedCents();
        return Event.of(id, json.writeValueAsString(campaigns.figures(seen, language)));
    }

    /** How many streams are open: one a campaign and language, however many watch. */
    int open() {
        return streams.size();
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        stop.tryEmitEmpty();
    }

    private record Watched(String slug, Language language) {}

    /**
     * As it is sent (HTML Living Standard, 9.2).
     *
     * @param bytes of everybody: nobody changes them
     */
    private record Event(String id, byte[] bytes) {

        static final Event PULSE = new Event("", ":\n\n".getBytes(StandardCharsets.UTF_8));

        /** @param data one line */
        static Event of(String id, String data) {
            return new Event(id, ("id:" + id + "\ndata:" + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
