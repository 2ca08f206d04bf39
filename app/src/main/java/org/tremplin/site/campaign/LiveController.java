package org.tremplin.site.campaign;

import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.LongStreams;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The total of a campaign while it moves, for pages that have JavaScript. */
@RestController
class LiveController {

    private final Live live;
    private final Snapshots snapshots;

    LiveController(Live live, Snapshots snapshots) {
        this.live = live;
        this.snapshots = snapshots;
    }

    @GetMapping(path = "/c/{slug}/direct", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<Void> direct(
            @PathVariable("slug") String slug,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return snapshots.find(slug).switchIfEmpty(NotFound.page()).flatMap(found -> {
            begin(exchange.getResponse(), live.of(slug, language, last));
            return Mono.<Void>empty();
        });
    }

    private static void begin(ServerHttpResponse response, Flux<byte[]> events) {
        response.setStatusCode(HttpStatus.OK);
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.TEXT_EVENT_STREAM);
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Accel-Buffering", "no"); // a proxy must not wait for more
        DataBufferFactory buffers = response.bufferFactory();
        LongStreams.goOn(response, events.map(buffers::wrap));
    }
}
