package org.tremplin.patron.find;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.Busy;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Projects to support, at an address that holds all of the search: to keep, to send, to open in a spreadsheet. */
@RestController
class FindController implements DisposableBean {

    private static final String PATH = "/mecenes";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Finding finding;
    private final FindPages list;
    private final FindTable table;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;
    private final Scheduler writing = Schedulers.newBoundedElastic(1, 32, "tables");

    FindController(Finding finding, FindPages list, FindTable table, CachedPages cached, Pages pages, Frames frames) {
        this.finding = finding;
        this.list = list;
        this.table = table;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<byte[]>> page(ServerWebExchange exchange) {
        Wanted wanted = Wanted.of(exchange.getRequest().getQueryParams());
        Language language = Language.of(exchange);
        return finding.find(wanted)
                .map(found -> cached.once(
                        exchange,
                        pages.render(
                                "patron/find",
                                frames.shared(language, PATH, wanted.query(wanted.after())),
                                Map.of("page", list.page(wanted, found, language)))));
    }

    /** Made aside: every project is a line. */
    @GetMapping(PATH + ".csv")
    Mono<ResponseEntity<byte[]>> csv(ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return finding.find(Wanted.of(exchange.getRequest().getQueryParams()))
                .publishOn(writing)
                .onErrorMap(RejectedExecutionException.class, Busy::new)
                .map(found -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("projets.csv")
                                        .build()
                                        .toString())
                        .body(table.csv(found.listed(), language).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void destroy() {
        writing.dispose();
    }
}
