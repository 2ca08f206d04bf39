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
import org.tremplin.capacity.experience.Shelf;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;
import reactor.core.publisher.Mono;

/** The resource centre: its list with a search, and each sheet. */
@RestController
class ResourceController {

    private final Sheets sheets;
    private final ResourcePages made;
    private final Shelf shelf;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;

    ResourceController(Sheets sheets, ResourcePages made, Shelf shelf, CachedPages cached, Pages pages, Frames frames) {
        this.sheets = sheets;
        this.made = made;
        this.shelf = shelf;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    /** @param item of the diagnosis, @param template of campaigns; an unknown one is none; @param behind place to go on */
    @GetMapping("/ressources")
    Mono<ResponseEntity<byte[]>> list(
            ServerWebExchange exchange,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = "sujet", defaultValue = "") String item,
            @RequestParam(name = "modele", defaultValue = "") String template,
            @RequestParam(name = "avant", defaultValue = "") String behind) {
        Language language = Language.of(exchange);
        Sought sought = made.sought(typed, item, template, behind, language.locale());
        return shelf.of(sought.words(), sought.item(), sought.template(), sought.behind(), language.locale())
                .map(told -> sought.all()
                        ? cached.answer(
                                exchange, "ressources", List.of(sheets.all(), told), () -> list(language, sought, told))
                        : cached.once(exchange, list(language, sought, told)));
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

    private byte[] list(Language language, Sought sought, Shelf.Page told) {
        return pages.render(
                "capacity/resources",
                frames.shared(language, "/ressources", sought.query()),
                Map.of(
                        "page",
                        made.list(
                                sheets.answering(sought.words(), language.locale()).stream()
                                        .filter(sought::fits)
                                        .toList(),
                                told,
                                sought,
                                language.locale())));
    }
}
