package org.tremplin.transparency.journal;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The public journal of a campaign: to read, to take away, and the page that checks it without us. */
@Controller
class JournalController {

    private static final MediaType JSON_LINES = MediaType.parseMediaType("application/jsonl;charset=utf-8");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=utf-8");

    private final Campaigns campaigns;
    private final JournalPages pages;
    private final JournalExport export;

    JournalController(Campaigns campaigns, JournalPages pages, JournalExport export) {
        this.campaigns = campaigns;
        this.pages = pages;
        this.export = export;
    }

    @GetMapping("/c/{slug}/journal")
    Mono<Rendering> page(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        return campaign(slug)
                .flatMap(campaign -> pages.page(
                        campaign,
                        JournalFilter.of(exchange.getRequest().getQueryParams()),
                        Language.of(exchange).locale()))
                .map(page -> Rendering.view("transparency/journal")
                        .modelAttribute("page", page)
                        .build());
    }

    @GetMapping("/c/{slug}/journal.jsonl")
    Mono<Void> lines(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        return campaign(slug)
                .flatMap(campaign -> send(
                        exchange,
                        JSON_LINES,
                        "journal-" + slug + ".jsonl",
                        export.jsonl(campaign.campaign().id().value())));
    }

    @GetMapping("/c/{slug}/journal.csv")
    Mono<Void> table(@PathVariable("slug") String slug, ServerWebExchange exchange) {
        return campaign(slug)
                .flatMap(campaign -> send(
                        exchange,
                        CSV,
                        "journal-" + slug + ".csv",
                        export.csv(
                                campaign.campaign().id().value(),
                                JournalPages.lines(campaign),
                                Language.of(exchange).locale())));
    }

    /** One file with its script inside: always taken away, never run on this site, whose pages run nothing inline. */
    @GetMapping("/verifier-journal.html")
    @ResponseBody
    ResponseEntity<Resource> checker() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                .header("Content-Disposition", attachment("verifier-journal.html"))
                .body(new ClassPathResource("offline/verifier-journal.html"));
    }

    private Mono<PublishedCampaign> campaign(String slug) {
        return campaigns.findPublished(slug).switchIfEmpty(NotFound.page());
    }

    /** Each piece leaves at once, and the next is read when the reader has room for it. */
    private static Mono<Void> send(ServerWebExchange exchange, MediaType type, String name, Mono<Flux<String>> pieces) {
        ServerHttpResponse response = exchange.getResponse();
        Function<String, Publisher<DataBuffer>> bytes =
                piece -> Mono.fromSupplier(() -> response.bufferFactory().wrap(piece.getBytes(StandardCharsets.UTF_8)));
        return pieces.onErrorMap(
                        IllegalStateException.class,
                        unsigned -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, null, unsigned))
                .switchIfEmpty(NotFound.page())
                .flatMap(found -> {
                    response.getHeaders().setContentType(type);
                    response.getHeaders().set("Content-Disposition", attachment(name));
                    return response.writeAndFlushWith(found.map(bytes));
                });
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
