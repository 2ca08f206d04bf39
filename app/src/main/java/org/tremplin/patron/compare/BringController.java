package org.tremplin.patron.compare;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.file.Uploaded;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.transparency.EvidenceFile;
import org.tremplin.transparency.EvidenceFiles;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings files of evidence, of any instance, into a comparison. */
@Controller
class BringController {

    private static final String PATH = "/mecenes/comparer/fichiers";
    private static final String FIELD = "fichier";

    private final EvidenceFiles files;
    private final BroughtFiles brought;

    BringController(EvidenceFiles files, BroughtFiles brought) {
        this.files = files;
        this.brought = brought;
    }

    @GetMapping(PATH)
    Mono<Rendering> ask(ServerWebExchange exchange) {
        return Mono.just(page(chosen(exchange), new Problems()));
    }

    /** Field {@code fichier}, up to what there is room for; a file that cannot be read leaves the others out too. */
    @PostMapping(PATH)
    Mono<Rendering> bring(ServerWebExchange exchange) {
        Chosen chosen = chosen(exchange);
        return exchange.getMultipartData()
                .flatMap(parts -> read(parts, Chosen.MOST - chosen.projects().size()))
                .flatMap(read -> {
                    Problems problems = new Problems();
                    if (read.isEmpty()) {
                        problems.add(FIELD, "compare.file.none");
                    }
                    read.stream()
                            .map(Brought::file)
                            .filter(EvidenceFile.Refused.class::isInstance)
                            .map(EvidenceFile.Refused.class::cast)
                            .forEach(one -> problems.add(FIELD, "compare.file." + one.reason(), one.detail()));
                    return problems.none()
                            ? keep(chosen, read)
                                    .map(all ->
                                            SeeOther.to(Language.of(exchange).to("/mecenes/comparer") + all.query()))
                            : Mono.just(page(chosen, problems));
                });
    }

    private Mono<List<Brought>> read(MultiValueMap<String, Part> parts, int room) {
        return Flux.fromIterable(parts.getOrDefault(FIELD, List.of()))
                .ofType(FilePart.class)
                .filter(file -> !file.filename().isEmpty())
                .take(room)
                .concatMap(file -> Uploaded.bytes(file, EvidenceFiles.MOST_BYTES))
                .concatMap(bytes -> files.read(bytes).map(read -> new Brought(bytes, read)))
                .collectList();
    }

    private Mono<Chosen> keep(Chosen chosen, List<Brought> read) {
        return Flux.fromIterable(read)
                .concatMap(one -> brought.keep(one.bytes()))
                .reduce(chosen, Chosen::with);
    }

    private static Chosen chosen(ServerWebExchange exchange) {
        return Chosen.of(exchange.getRequest().getQueryParams());
    }

    private static Rendering page(Chosen chosen, Problems problems) {
        return Rendering.view("patron/bring")
                .modelAttribute(
                        "page",
                        new BringPage(
                                chosen.query(), Chosen.MOST - chosen.projects().size()))
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .build();
    }

    private record Brought(byte[] bytes, EvidenceFile file) {}
}
