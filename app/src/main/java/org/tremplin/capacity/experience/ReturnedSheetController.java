package org.tremplin.capacity.experience;

import java.util.Map;
import java.util.UUID;
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

/** One returned experience, for everybody. */
@RestController
class ReturnedSheetController {

    static final String HOME = "/ressources/experiences/";

    private final SheetPages made;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;

    ReturnedSheetController(SheetPages made, CachedPages cached, Pages pages, Frames frames) {
        this.made = made;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping(HOME + "{experience}")
    Mono<ResponseEntity<byte[]>> sheet(ServerWebExchange exchange, @PathVariable("experience") UUID id) {
        Language language = Language.of(exchange);
        String path = HOME + id;
        return made.page(id, language.locale())
                .map(page -> cached.answer(
                        exchange,
                        path.substring(1),
                        page,
                        () -> pages.render(
                                "capacity/experience-sheet", frames.shared(language, path), Map.of("page", page))))
                .switchIfEmpty(NotFound.page());
    }
}
