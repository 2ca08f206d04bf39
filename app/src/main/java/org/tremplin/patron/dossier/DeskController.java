package org.tremplin.patron.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.patron.dossier.DeskPages.Desk;
import org.tremplin.platform.file.Uploaded;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Where an association gives its papers once, and makes dossiers of a campaign for patrons. */
@Controller
class DeskController {

    private static final String PATH = "/espace/{association}/c/{id}/dossier";
    private static final String FILE = "fichier";

    private final DeskPages pages;
    private final EnclosedPapers enclosures;
    private final Dossiers dossiers;
    private final Making making;

    DeskController(DeskPages pages, EnclosedPapers enclosures, Dossiers dossiers, Making making) {
        this.pages = pages;
        this.enclosures = enclosures;
        this.dossiers = dossiers;
        this.making = making;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(
            @PathVariable("association") String slug, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return pages.desk(slug, id).flatMap(desk -> view(desk, null, new Problems(), exchange));
    }

    /** Fields of {@link DossierForm}. */
    @PostMapping(PATH)
    Mono<Rendering> make(
            @PathVariable("association") String slug,
            @PathVariable("id") UUID id,
            SignedInPerson by,
            ServerWebExchange exchange) {
        return pages.desk(slug, id)
                .flatMap(desk -> Typed.in(exchange)
                        .map(DossierForm::read)
                        .flatMap(form -> refusals(desk, form)
                                .flatMap(problems -> problems.none()
                                        ? make(desk, form, by, exchange)
                                        : view(desk, form, problems, exchange))));
    }

    private Mono<Rendering> make(Desk desk, DossierForm form, SignedInPerson by, ServerWebExchange exchange) {
        return making.make(
                        desk.campaign(),
                        form.pour(),
                        Objects.requireNonNull(form.until()),
                        pages.today(desk)
                                .atStartOfDay(desk.association().zone())
                                .toInstant(),
                        by.id(),
                        Language.of(exchange))
                .flatMap(made -> made
                        ? Mono.just(SeeOther.to(desk.home()))
                        : view(desk, form, new Problems().add("pour", "dossier.form.again", form.pour()), exchange));
    }

    private Mono<Problems> refusals(Desk desk, DossierForm form) {
        Problems problems = form.problems(pages.today(desk));
        if (!desk.published()) {
            problems.add("pour", "dossier.form.draft");
        }
        return Mono.zip(
                enclosures.of(desk.association().id()),
                dossiers.of(desk.association().id(), desk.campaign().id())
                        .filter(one -> one.open(pages.today(desk)))
                        .count(),
                (given, open) -> {
                    if (!Making.fits(given)) {
                        problems.add("pour", "dossier.form.heavy");
                    }
                    return open >= Dossiers.MOST ? problems.add("pour", "dossier.form.many", Dossiers.MOST) : problems;
                });
    }

    /** Fields {@code genre} and {@code fichier}. */
    @PostMapping(PATH + "/pieces")
    Mono<Rendering> give(
            @PathVariable("association") String slug, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return pages.desk(slug, id)
                .flatMap(desk -> exchange.getMultipartData().flatMap(parts -> {
                    Optional<Enclosure.Kind> kind = Enclosure.Kind.of(
                            parts.getFirst("genre") instanceof FormFieldPart field ? field.value() : "");
                    return Uploaded.bytes(parts.getFirst(FILE), Enclosure.MOST_BYTES)
                            .flatMap(bytes -> {
                                Problems problems = problems(kind, bytes);
                                return problems.none() && kind.isPresent()
                                        ? enclosures
                                                .put(desk.association().id(), kind.get(), bytes)
                                                .thenReturn(SeeOther.to(desk.home()))
                                        : view(desk, null, problems, exchange);
                            });
                }));
    }

    private static Problems problems(Optional<Enclosure.Kind> kind, byte[] bytes) {
        Problems problems = new Problems();
        if (kind.isEmpty()) {
            problems.add("genre", "dossier.paper.kind");
        }
        if (bytes.length > Enclosure.MOST_BYTES) {
            problems.add(FILE, "dossier.paper.large");
        } else if (!pdf(bytes)) {
            problems.add(FILE, "dossier.paper.pdf");
        }
        return problems;
    }

    /** Its first bytes, and that it was not cut short. */
    private static boolean pdf(byte[] bytes) {
        byte[] end = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - 2_048), bytes.length);
        return new String(bytes, 0, Math.min(bytes.length, 5), StandardCharsets.ISO_8859_1).equals("%PDF-")
                && new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    /** Field {@code genre}. */
    @PostMapping(PATH + "/pieces/retrait")
    Mono<Rendering> takeBack(
            @PathVariable("association") String slug, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return pages.desk(slug, id)
                .flatMap(desk -> Typed.in(exchange)
                        .flatMap(form -> Mono.justOrEmpty(Enclosure.Kind.of(form.line("genre"))))
                        .flatMap(kind -> enclosures.remove(desk.association().id(), kind))
                        .thenReturn(SeeOther.to(desk.home())));
    }

    /** Field {@code dossier}. */
    @PostMapping(PATH + "/fin")
    Mono<Rendering> end(
            @PathVariable("association") String slug,
            @PathVariable("id") UUID id,
            SignedInPerson by,
            ServerWebExchange exchange) {
        return pages.desk(slug, id)
                .flatMap(desk -> Typed.in(exchange)
                        .flatMap(form -> Mono.justOrEmpty(form.id("dossier")))
                        .flatMap(dossier -> dossiers.revoke(
                                desk.association().id(), desk.campaign().id(), dossier, by.id()))
                        .thenReturn(SeeOther.to(desk.home())));
    }

    private Mono<Rendering> view(
            Desk desk, @Nullable DossierForm typed, Problems problems, ServerWebExchange exchange) {
        return pages.page(desk, typed, Language.of(exchange).locale())
                .map(page -> Rendering.view("patron/dossier-desk")
                        .modelAttribute("page", page)
                        .modelAttribute("problems", problems)
                        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                        .build());
    }
}
