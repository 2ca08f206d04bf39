package org.tremplin.site.campaign;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Update;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.Pages;
import org.tremplin.transparency.Report;
import org.tremplin.transparency.Reports;
import reactor.core.publisher.Mono;

/** The news of a campaign, as a page and as a feed: bytes rendered once for what they say and the day. */
@RestController
class NewsOfCampaignController {

    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    private final Snapshots snapshots;
    private final CampaignNews news;
    private final Reports reports;
    private final NewsPages newsPages;
    private final NewsFeed feed;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;

    NewsOfCampaignController(
            Snapshots snapshots,
            CampaignNews news,
            Reports reports,
            NewsPages newsPages,
            NewsFeed feed,
            CachedPages cached,
            Pages pages,
            Frames frames) {
        this.snapshots = snapshots;
        this.news = news;
        this.reports = reports;
        this.newsPages = newsPages;
        this.feed = feed;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/c/{slug}/nouvelles")
    Mono<ResponseEntity<byte[]>> page(
            @PathVariable("slug") String slug,
            @RequestParam(name = "avant", required = false) @Nullable UUID before,
            ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return seen(slug, before)
                .map(seen -> before == null
                        ? cached.answer(exchange, "news " + slug, seen, () -> render(slug, seen, true, language))
                        : cached.once(exchange, render(slug, seen, false, language)))
                .switchIfEmpty(NotFound.page());
    }

    @GetMapping("/c/{slug}/nouvelles.atom")
    Mono<ResponseEntity<byte[]>> feed(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return seen(slug, null)
                .map(seen -> ResponseEntity.ok()
                        .contentType(ATOM)
                        .cacheControl(CacheControl.noCache())
                        .body(feed.of(seen.campaign(), seen.updates(), seen.reports(), language)
                                .getBytes(StandardCharsets.UTF_8)))
                .switchIfEmpty(NotFound.page());
    }

    private Mono<Seen> seen(String slug, @Nullable UUID before) {
        return snapshots.find(slug).flatMap(campaign -> {
            CampaignId id = campaign.published().campaign().id();
            return Mono.zip(
                            news.updates(id, before, NewsPages.PAGE + 1),
                            before == null ? reports.published(id) : Mono.just(List.<Report>of()))
                    .map(read -> new Seen(campaign, read.getT1(), read.getT2()));
        });
    }

    private byte[] render(String slug, Seen seen, boolean first, Language language) {
        return pages.render(
                "site/news",
                frames.shared(language, "/c/" + slug + "/nouvelles"),
                Map.of("page", newsPages.page(seen.campaign(), seen.updates(), seen.reports(), first, language)));
    }

    /** Everything the bytes depend on. */
    private record Seen(Snapshot campaign, List<Update> updates, List<Report> reports) {}
}
