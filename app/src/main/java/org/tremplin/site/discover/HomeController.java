package org.tremplin.site.discover;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;
import reactor.core.publisher.Mono;

/** The front page, with its search. */
@RestController
class HomeController {

    private final HomePages home;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;

    HomeController(HomePages home, CachedPages cached, Pages pages, Frames frames) {
        this.home = home;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/")
    Mono<ResponseEntity<byte[]>> home(ServerWebExchange exchange) {
        Search search = Search.of(exchange.getRequest().getQueryParams());
        Language language = Language.of(exchange);
        return home.find(search)
                .map(found -> search.narrowed()
                        ? cached.once(exchange, render(search, found, language))
                        : cached.answer(
                                exchange, "home " + search.page(), found, () -> render(search, found, language)));
    }

    private byte[] render(Search search, HomePages.Found found, Language language) {
        return pages.render(
                "site/home",
                frames.shared(language, "/", search.query(search.page())),
                Map.of("page", home.page(search, found, language)));
    }
}
