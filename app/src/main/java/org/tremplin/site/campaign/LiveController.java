package org.tremplin.site.campaign;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.Language;
import org.tremplin.site.totals.Received;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The total of a campaign while it moves, for pages that have JavaScript. */
@RestController
class LiveController {

    /** Proxies end a silent connection after about a minute. */
    private static final Duration PULSE = Duration.ofSeconds(25);

    private final Live live;
    private final Snapshots snapshots;
    private final CampaignPages campaigns;

    LiveController(Live live, Snapshots snapshots, CampaignPages campaigns) {
        this.live = live;
        this.snapshots = snapshots;
        this.campaigns = campaigns;
    }

    @GetMapping(path = "/c/{slug}/direct", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<Figures>>>> direct(
            @PathVariable("slug") String slug,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return snapshots
                .find(slug)
                .map(found -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header("X-Accel-Buffering", "no") // a proxy must not wait for more
                        .body(stream(slug, last, language)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Flux<ServerSentEvent<Figures>> stream(String slug, String last, Language language) {
        Flux<ServerSentEvent<Figures>> totals = live.of(slug)
                .map(seen -> event(seen, language))
                .distinctUntilChanged(ServerSentEvent::id)
                .filter(event -> !last.equals(event.id()));
        Flux<ServerSentEvent<Figures>> pulse = Flux.interval(PULSE)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<Figures>builder().comment("").build());
        return totals.publish(shared -> Flux.merge(shared, pulse.takeUntilOther(shared.ignoreElements())));
    }

    private ServerSentEvent<Figures> event(Snapshot seen, Language language) {
        Received received = seen.received();
        return ServerSentEvent.builder(campaigns.figures(seen, language))
                .id(received.gifts() + "-" + received.cents() + "-" + received.pendingCents() + "-"
                        + seen.published().edition().number())
                .build();
    }
}
