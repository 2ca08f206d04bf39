package org.tremplin.site.association;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Associations;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;
import reactor.core.publisher.Mono;

/** The page of an association; its former addresses lead to the present one. */
@RestController
class AssociationController {

    private final AssociationPages found;
    private final Associations associations;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;

    AssociationController(
            AssociationPages found, Associations associations, CachedPages cached, Pages pages, Frames frames) {
        this.found = found;
        this.associations = associations;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/a/{slug}")
    Mono<ResponseEntity<byte[]>> association(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return found.find(slug, language)
                .map(seen -> cached.answer(exchange, "association " + slug, seen, () -> render(slug, seen, language)))
                .switchIfEmpty(Mono.defer(() -> moved(slug, language)));
    }

    private byte[] render(String slug, AssociationPages.Found seen, Language language) {
        return pages.render(
                "site/association", frames.shared(language, "/a/" + slug), Map.of("page", found.page(seen, language)));
    }

    private Mono<ResponseEntity<byte[]>> moved(String slug, Language language) {
        return associations
                .slugAfter(slug)
                .map(present -> ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                        .location(URI.create(language.to("/a/" + present)))
                        .<byte[]>build())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
