package org.tremplin.capacity.method;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;

/** How the diagnosis scores. */
@RestController
class MethodController {

    private final MethodPages method;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;

    MethodController(MethodPages method, CachedPages cached, Pages pages, Frames frames) {
        this.method = method;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/methode")
    ResponseEntity<byte[]> method(ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return cached.answer(
                exchange,
                "methode",
                method.version(),
                () -> pages.render(
                        "capacity/method",
                        frames.shared(language, "/methode"),
                        Map.of("page", method.page(language.locale()))));
    }
}
