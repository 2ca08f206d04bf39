package org.tremplin.site.campaign;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Mono;

/** A campaign's QR code, for posters and leaflets. */
@RestController
class QrController {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private final Snapshots snapshots;
    private final TremplinSettings settings;

    QrController(Snapshots snapshots, TremplinSettings settings) {
        this.snapshots = snapshots;
        this.settings = settings;
    }

    @GetMapping("/c/{slug}/qr.svg")
    Mono<ResponseEntity<String>> code(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        String address = settings.absolute(Language.of(exchange).to("/c/" + slug));
        return snapshots
                .find(slug)
                .map(found -> ResponseEntity.ok()
                        .contentType(SVG)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                        .body(QrCode.svg(address)))
                .switchIfEmpty(NotFound.page());
    }
}
