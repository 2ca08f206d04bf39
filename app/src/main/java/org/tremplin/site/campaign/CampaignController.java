package org.tremplin.site.campaign;

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

/** The page of a campaign: bytes rendered once for its edition, its totals and the day. */
@RestController
class CampaignController {

    private final Snapshots snapshots;
    private final CampaignPages campaigns;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;

    CampaignController(Snapshots snapshots, CampaignPages campaigns, CachedPages cached, Pages pages, Frames frames) {
        this.snapshots = snapshots;
        this.campaigns = campaigns;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/c/{slug}")
    Mono<ResponseEntity<byte[]>> campaign(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return snapshots
                .find(slug)
                .map(seen -> cached.answer(exchange, "campaign " + slug, seen, () -> render(slug, seen, language)))
                .switchIfEmpty(NotFound.page());
    }

    private byte[] render(String slug, Snapshot seen, Language language) {
        return pages.render(
                "site/campaign", frames.shared(language, "/c/" + slug), Map.of("page", campaigns.page(seen, language)));
    }
}
