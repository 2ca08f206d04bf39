package org.tremplin.patron.compare;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.file.Uploaded;
import org.tremplin.platform.security.AddressBlock;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.EvidenceFiles;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings evidence of any instance into a comparison: files, and addresses that this server reads. */
@Controller
class BringController {

    private static final String PATH = "/mecenes/comparer/fichiers";
    private static final String FILE = "fichier";
    private static final String LINK = "lien";
    private static final String AGAIN = "t-relire";

    private final Bringing bringing;
    private final BringLimit limit;
    private final BringPages pages;
    private final AddressBlock blocks;

    BringController(Bringing bringing, BringLimit limit, BringPages pages, AddressBlock blocks) {
        this.bringing = bringing;
        this.limit = limit;
        this.pages = pages;
        this.blocks = blocks;
    }

    @GetMapping(PATH)
    Mono<Rendering> ask(ServerWebExchange exchange) {
        return page(chosen(exchange), "", new Problems(), HttpStatus.OK, exchange);
    }

    /** Fields {@code fichier} and {@code lien}, one address a line; one that cannot be read leaves the others out too. */
    @PostMapping(PATH)
    Mono<Rendering> bring(ServerWebExchange exchange) {
        Chosen chosen = chosen(exchange);
        int room = Chosen.MOST - chosen.projects().size();
        return exchange.getMultipartData().flatMap(parts -> {
            String typed = typed(parts);
            List<String> links = typed.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            List<FilePart> files = files(parts);
            int count = links.size() + files.size();
            Problems problems = new Problems();
            if (room <= 0) {
                // the page says so, and has no field to lead to
                return page(chosen, typed, problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange);
            }
            if (count == 0) {
                problems.add(FILE, "compare.file.none");
            } else if (count > room) {
                problems.add(links.isEmpty() ? FILE : LINK, "compare.file.many", count, room);
            }
            return problems.none()
                    ? allowed(exchange, count)
                            .flatMap(yes ->
                                    yes ? bring(chosen, typed, links, files, exchange) : many(chosen, typed, exchange))
                    : page(chosen, typed, problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange);
        });
    }

    /** Field {@code projet}: the reference of a file that was read at an address. */
    @PostMapping("/mecenes/comparer/relectures")
    Mono<Rendering> again(ServerWebExchange exchange) {
        Chosen chosen = chosen(exchange);
        return Typed.in(exchange)
                .map(form -> form.line("projet"))
                .flatMap(project -> !chosen.projects().contains(project) || !project.startsWith(Chosen.BROUGHT)
                        ? Mono.just(to(chosen, exchange))
                        : allowed(exchange, 1)
                                .flatMap(yes -> yes ? again(chosen, project, exchange) : many(chosen, "", exchange)));
    }

    private Mono<Rendering> again(Chosen chosen, String project, ServerWebExchange exchange) {
        return bringing.again(project)
                .flatMap(read -> read instanceof Brought.Refused
                        ? refused(chosen, "", List.of(read), exchange)
                        : bringing.keep(read).map(now -> to(chosen.replacing(project, now), exchange)));
    }

    private Mono<Rendering> bring(
            Chosen chosen, String typed, List<String> links, List<FilePart> files, ServerWebExchange exchange) {
        Flux<Brought> read = Flux.concat(
                Flux.fromIterable(files)
                        .concatMap(file -> Uploaded.bytes(file, EvidenceFiles.MOST_BYTES))
                        .concatMap(bringing::file),
                Flux.fromIterable(links).flatMapSequential(bringing::link));
        return read.collectList()
                .flatMap(all -> all.stream().anyMatch(Brought.Refused.class::isInstance)
                        ? refused(chosen, typed, all, exchange)
                        : Flux.fromIterable(all)
                                .concatMap(bringing::keep)
                                .reduce(chosen, Chosen::with)
                                .map(more -> to(more, exchange)));
    }

    private Mono<Rendering> refused(Chosen chosen, String typed, List<Brought> read, ServerWebExchange exchange) {
        Problems problems = new Problems();
        read.stream()
                .filter(Brought.Refused.class::isInstance)
                .map(Brought.Refused.class::cast)
                .forEach(one -> problems.add(
                        field(chosen, one.where().isEmpty() ? FILE : LINK), one.key(), one.detail(), one.where()));
        return page(chosen, typed, problems, HttpStatus.UNPROCESSABLE_ENTITY, exchange);
    }

    private Mono<Rendering> many(Chosen chosen, String typed, ServerWebExchange exchange) {
        return page(
                chosen,
                typed,
                new Problems().add(field(chosen, FILE), "compare.file.day", BringLimit.MOST),
                HttpStatus.TOO_MANY_REQUESTS,
                exchange);
    }

    /** What a problem leads to: with four projects there is no field, but what could not be read again. */
    private static String field(Chosen chosen, String field) {
        return chosen.projects().size() < Chosen.MOST ? field : AGAIN;
    }

    private Mono<Boolean> allowed(ServerWebExchange exchange, int more) {
        return limit.allow(blocks.of(exchange.getRequest()), more);
    }

    private Mono<Rendering> page(
            Chosen chosen, String typed, Problems problems, HttpStatus status, ServerWebExchange exchange) {
        return pages.page(chosen, typed, Language.of(exchange))
                .map(page -> Rendering.view("patron/bring")
                        .modelAttribute("page", page)
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private static Rendering to(Chosen chosen, ServerWebExchange exchange) {
        return SeeOther.to(Language.of(exchange).to("/mecenes/comparer") + chosen.query());
    }

    private static String typed(MultiValueMap<String, Part> parts) {
        return parts.getFirst(LINK) instanceof FormFieldPart field ? field.value() : "";
    }

    private static List<FilePart> files(MultiValueMap<String, Part> parts) {
        return parts.getOrDefault(FILE, List.of()).stream()
                .filter(FilePart.class::isInstance)
                .map(FilePart.class::cast)
                .filter(file -> !file.filename().isEmpty())
                .toList();
    }

    private static Chosen chosen(ServerWebExchange exchange) {
        return Chosen.of(exchange.getRequest().getQueryParams());
    }
}
