package org.tremplin.patron.compare;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;
import reactor.core.publisher.Mono;

/** The comparison, at an address that holds all of it: to keep, to send, to print. */
@RestController
class CompareController {

    private static final String PATH = "/mecenes/comparer";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Projects projects;
    private final ComparePages compared;
    private final CompareTable table;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;

    CompareController(
            Projects projects,
            ComparePages compared,
            CompareTable table,
            CachedPages cached,
            Pages pages,
            Frames frames) {
        this.projects = projects;
        this.compared = compared;
        this.table = table;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<byte[]>> page(ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return read(exchange)
                .map(page -> cached.once(
                        exchange,
                        pages.render(
                                "patron/compare", frames.shared(language, PATH, page.query()), Map.of("page", page))));
    }

    @GetMapping(PATH + ".csv")
    Mono<ResponseEntity<byte[]>> csv(ServerWebExchange exchange) {
        return read(exchange)
                .map(page -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("comparaison.csv")
                                        .build()
                                        .toString())
                        .body(table.csv(page, Language.of(exchange)).getBytes(StandardCharsets.UTF_8)));
    }

    private Mono<ComparePage> read(ServerWebExchange exchange) {
        Chosen chosen = Chosen.of(exchange.getRequest().getQueryParams());
        return projects.of(chosen).map(found -> compared.page(chosen, found, Language.of(exchange)));
    }
}
