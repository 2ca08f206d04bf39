package org.tremplin.site.funds;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Pages;
import reactor.core.publisher.Mono;

/** What became of the money of a campaign: bytes rendered once for its edition, its figures and the day. */
@RestController
class FundsController {

    private final FundsSnapshots snapshots;
    private final FundsPages funds;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;

    FundsController(FundsSnapshots snapshots, FundsPages funds, CachedPages cached, Pages pages, Frames frames) {
        this.snapshots = snapshots;
        this.funds = funds;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/c/{slug}/fonds")
    Mono<ResponseEntity<byte[]>> funds(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return snapshots
                .find(slug)
                .map(seen -> cached.answer(exchange, "funds " + slug, seen, () -> render(slug, seen, language)))
                .switchIfEmpty(NotFound.page());
    }

    private byte[] render(String slug, FundsSnapshot seen, Language language) {
        return pages.render(
                "site/funds",
                frames.shared(language, "/c/" + slug + "/fonds"),
                Map.of("page", funds.page(seen, language)));
    }
}
