package org.tremplin.site.campaign;

import java.time.Duration;
import java.util.Locale;
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
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.Language;
import org.tremplin.site.card.Progress;
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

    LiveController(Live live, Snapshots snapshots) {
        this.live = live;
        this.snapshots = snapshots;
    }

    @GetMapping(path = "/c/{slug}/direct", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<Total>>>> direct(
            @PathVariable("slug") String slug,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return snapshots
                .find(slug)
                .map(found -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header("X-Accel-Buffering", "no") // a proxy must not wait for more
                        .body(stream(slug, last, locale)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Flux<ServerSentEvent<Total>> stream(String slug, String last, Locale locale) {
        Flux<ServerSentEvent<Total>> totals = live.of(slug)
                .map(seen -> event(seen, locale))
                .distinctUntilChanged(ServerSentEvent::id)
                .filter(event -> !last.equals(event.id()));
        Flux<ServerSentEvent<Total>> pulse = Flux.interval(PULSE)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<Total>builder().comment("").build());
        return totals.publish(shared -> Flux.merge(shared, pulse.takeUntilOther(shared.ignoreElements())));
    }

    private static ServerSentEvent<Total> event(Snapshot seen, Locale locale) {
        Received received = seen.received();
        long goal = seen.published().plan().goalCents();
        Progress progress = Progress.of(received.cents(), goal, locale);
        Total total = new Total(
                MoneyText.brief(received.cents(), locale),
                progress.text(),
                progress.width(),
                MoneyText.number(received.gifts(), locale));
        return ServerSentEvent.builder(total)
                .id(received.gifts() + "-" + received.cents() + "-"
                        + seen.published().edition().number())
                .build();
    }

    /** Texts ready to show. */
    record Total(String received, String percent, String width, String gifts) {}
}
