package org.tremplin.capacity.network;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The list of partners, what is added and removed, and what follows from their weighing on one page. */
@Controller
class PartnersController {

    private static final String ALL = "/espace/{association}/partenaires";
    private static final String ONE = ALL + "/{partner}";

    /** Where a partner is named as one of the questions. */
    private static final String DIAGNOSIS = "diagnostic";

    private final Associations associations;
    private final Partners partners;
    private final PartnerPages pages;
    private final NetworkPictures pictures;
    private final Grid grid;
    private final Clock clock;

    PartnersController(
            Associations associations,
            Partners partners,
            PartnerPages pages,
            NetworkPictures pictures,
            Grid grid,
            Clock clock) {
        this.associations = associations;
        this.partners = partners;
        this.pages = pages;
        this.pictures = pictures;
        this.grid = grid;
        this.clock = clock;
    }

    @GetMapping(ALL)
    Mono<Rendering> list(
            @PathVariable("association") String slug,
            @RequestParam(name = "retire", required = false) @Nullable UUID removed,
            ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association -> list(association, removed, new Problems(), HttpStatus.OK, exchange));
    }

    @GetMapping(ALL + "/nouveau")
    Mono<Rendering> blank(
            @PathVariable("association") String slug,
            @RequestParam(name = "suite", required = false) @Nullable String then,
            ServerWebExchange exchange) {
        return associations
                .at(slug)
                .map(association -> within(
                                then,
                                association,
                                PartnerController.form(association, grid, PartnerForm.EMPTY, new Problems(), exchange))
                        .build());
    }

    @PostMapping(ALL + "/nouveau")
    Mono<Rendering> add(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange)).flatMap(both -> {
            Association association = both.getT1();
            PartnerForm form = PartnerForm.read(both.getT2());
            Problems problems = form.check();
            String then = both.getT2().line("suite");
            if (!problems.none()) {
                return Mono.just(refused(association, form, problems, then, exchange));
            }
            String next = !both.getT2().on("encore")
                    ? after(then, association).orElse(PartnerPages.base(association))
                    : PartnerPages.base(association)
                            + "/nouveau"
                            + after(then, association)
                                    .map(inQuestions -> "?suite=" + DIAGNOSIS)
                                    .orElse("");
            return partners.add(association.id(), form)
                    .map(id -> SeeOther.to(next))
                    .switchIfEmpty(Mono.fromSupplier(() -> refused(
                            association,
                            form,
                            new Problems()
                                    .add("nom", "partners.full", grid.asked().partners()),
                            then,
                            exchange)));
        });
    }

    private Rendering refused(
            Association association, PartnerForm form, Problems problems, String then, ServerWebExchange exchange) {
        return within(then, association, PartnerController.form(association, grid, form, problems, exchange))
                .status(HttpStatus.UNPROCESSABLE_ENTITY)
                .build();
    }

    /** The form as a part of the questions, to which it leads back. */
    private static Rendering.Builder<?> within(
            @Nullable String then, Association association, Rendering.Builder<?> form) {
        return after(then, association)
                .<Rendering.Builder<?>>map(questions -> form.modelAttribute("suite", questions))
                .orElse(form);
    }

    private static Optional<String> after(@Nullable String then, Association association) {
        return DIAGNOSIS.equals(then)
                ? Optional.of("/espace/" + association.slug() + "/diagnostic/questions?partie=partenaires")
                : Optional.empty();
    }

    @PostMapping(ONE + "/retrait")
    Mono<Rendering> remove(
            @PathVariable("association") String slug, @PathVariable("partner") UUID id, ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association -> partners.remove(association.id(), id, Language.of(exchange))
                        .filter(done -> done)
                        .map(done -> to(association, "?retire=" + id)))
                .switchIfEmpty(gone());
    }

    @PostMapping(ONE + "/retour")
    Mono<Rendering> bringBack(
            @PathVariable("association") String slug, @PathVariable("partner") UUID id, ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association -> partners.find(association.id(), id)
                        // a second click
                        .map(here -> to(association, ""))
                        .switchIfEmpty(partners.removed(association.id(), id)
                                .flatMap(removed -> bringBack(association, id, exchange))))
                .switchIfEmpty(gone());
    }

    private Mono<Rendering> bringBack(Association association, UUID id, ServerWebExchange exchange) {
        return partners.bringBack(association.id(), id)
                .map(done -> to(association, ""))
                .switchIfEmpty(Mono.defer(() -> list(
                        association,
                        id,
                        new Problems()
                                .add("liste", "partners.full", grid.asked().partners()),
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        exchange)));
    }

    @GetMapping(ALL + "/strategie")
    Mono<Rendering> strategy(@PathVariable("association") String slug, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return associations
                .at(slug)
                .flatMap(association -> partners.circle(association.id())
                        .map(circle -> pages.strategy(association, circle, today(association), locale)))
                .map(page -> Rendering.view("capacity/strategy")
                        .modelAttribute("page", page)
                        .build());
    }

    @GetMapping(ALL + "/partenaires.csv")
    Mono<ResponseEntity<byte[]>> table(@PathVariable("association") String slug, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        return associations
                .at(slug)
                .flatMap(association -> partners.circle(association.id()))
                .map(circle -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"partenaires.csv\"")
                        .body(pages.table(circle, locale).getBytes(StandardCharsets.UTF_8)));
    }

    private Mono<Rendering> list(
            Association association,
            @Nullable UUID removed,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange).locale();
        Mono<Optional<NamedPartner>> undo = removed == null
                ? Mono.just(Optional.empty())
                : partners.removed(association.id(), removed).map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(partners.circle(association.id()), undo)
                .map(both -> Rendering.view("capacity/partners")
                        .modelAttribute(
                                "page",
                                pages.list(
                                        association, both.getT1(), both.getT2().orElse(null), locale))
                        .modelAttribute("network", pictures.of(both.getT1(), locale))
                        .modelAttribute("problems", problems)
                        .status(status)
                        .build());
    }

    private LocalDate today(Association association) {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }

    private static Rendering to(Association association, String below) {
        return SeeOther.to(PartnerPages.base(association) + below);
    }

    private static <T> Mono<T> gone() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
