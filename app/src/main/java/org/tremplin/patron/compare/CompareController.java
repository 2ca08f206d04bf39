package org.tremplin.patron.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.Busy;
import org.tremplin.platform.web.CachedPages;
import org.tremplin.platform.web.Frames;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Pages;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The comparison, at an address that holds all of it: to keep, to send, to print. */
@RestController
class CompareController implements DisposableBean {

    private static final String PATH = "/mecenes/comparer";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Projects projects;
    private final ComparePages compared;
    private final CompareTable table;
    private final CachedPages cached;
    private final Pages pages;
    private final Frames frames;
    private final TremplinSettings settings;
    private final String style;
    private final Scheduler packing = Schedulers.newBoundedElastic(1, 32, "workbooks");

    CompareController(
            Projects projects,
            ComparePages compared,
            CompareTable table,
            CachedPages cached,
            Pages pages,
            Frames frames,
            TremplinSettings settings)
            throws IOException {
        this.projects = projects;
        this.compared = compared;
        this.table = table;
        this.cached = cached;
        this.pages = pages;
        this.frames = frames;
        this.settings = settings;
        this.style = new ClassPathResource("offline/comparaison.css").getContentAsString(StandardCharsets.UTF_8);
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
                .map(page -> file(
                        "comparaison.csv",
                        CSV,
                        table.csv(page, Language.of(exchange)).getBytes(StandardCharsets.UTF_8)));
    }

    /** Made aside: a workbook is packed. */
    @GetMapping(PATH + ".xlsx")
    Mono<ResponseEntity<byte[]>> workbook(ServerWebExchange exchange) {
        return read(exchange)
                .publishOn(packing)
                .onErrorMap(RejectedExecutionException.class, Busy::new)
                .map(page -> file("comparaison.xlsx", XLSX, table.workbook(page, Language.of(exchange))));
    }

    /** One file that needs no network, to keep or to send: it says its day and where its facts come from. */
    @GetMapping(PATH + ".html")
    Mono<ResponseEntity<byte[]>> offline(ServerWebExchange exchange) {
        return read(exchange)
                .map(page -> file(
                        "comparaison.html",
                        HTML,
                        pages.render(
                                "patron/compare-file",
                                frames.shared(Language.of(exchange), PATH, page.query()),
                                Map.of("page", page, "style", style, "site", settings.absolute("")))));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    @Override
    public void destroy() {
        packing.dispose();
    }

    private Mono<ComparePage> read(ServerWebExchange exchange) {
        Chosen chosen = Chosen.of(exchange.getRequest().getQueryParams());
        return projects.of(chosen).map(found -> compared.page(chosen, found, Language.of(exchange)));
    }
}
