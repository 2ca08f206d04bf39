package org.tremplin.capacity.resource;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;

/** The resource centre: its list with a search, and each sheet. */
@RestController
class ResourceController {

    private static final int LONGEST = 100;

    private final Sheets sheets;
    private final ResourcePages made;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;

    ResourceController(Sheets sheets, ResourcePages made, CachedPages cached, Pages pages, Frames frames) {
        this.sheets = sheets;
        this.made = made;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/ressources")
    ResponseEntity<byte[]> list(ServerWebExchange exchange, @RequestParam(name = "q", defaultValue = "") String typed) {
        Language language = Language.of(exchange);
        String words =
                typed.strip().substring(0, Math.min(LONGEST, typed.strip().length()));
        return words.isEmpty()
                ? cached.answer(exchange, "ressources", sheets.all(), () -> list(language, ""))
                : cached.once(exchange, list(language, words));
    }

    @GetMapping("/ressources/{sheet}")
    ResponseEntity<byte[]> sheet(ServerWebExchange exchange, @PathVariable String sheet) {
        Language language = Language.of(exchange);
        Sheet found = sheets.find(sheet).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return cached.answer(
                exchange,
                "ressources/" + found.id(),
                found,
                () -> pages.render(
                        "capacity/sheet",
                        frames.shared(language, "/ressources/" + found.id()),
                        Map.of("page", made.sheet(found, sheets.all(), language.locale()))));
    }

    private byte[] list(Language language, String words) {
        List<Sheet> found = sheets.answering(words, language.locale());
        String query = words.isEmpty()
                ? ""
                : UriComponentsBuilder.newInstance()
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(words)
                        .toUriString();
        return pages.render(
                "capacity/resources",
                frames.shared(language, "/ressources", query),
                Map.of("page", made.list(found, words, language.locale())));
    }
}
