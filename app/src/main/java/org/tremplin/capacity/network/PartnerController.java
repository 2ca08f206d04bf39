package org.tremplin.capacity.network;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

/** One partner, and what it brings and costs. Who writes second, or of a partner removed meanwhile, is told. */
@Controller
class PartnerController {

    private static final String ONE = "/espace/{association}/partenaires/{partner}";

    private final Associations associations;
    private final Partners partners;
    private final Namings namings;
    private final PartnerPages pages;
    private final Grid grid;
    private final Clock clock;

    PartnerController(
            Associations associations, Partners partners, Namings namings, PartnerPages pages, Grid grid, Clock clock) {
        this.associations = associations;
        this.partners = partners;
        this.namings = namings;
        this.pages = pages;
        this.grid = grid;
        this.clock = clock;
    }

    @GetMapping(ONE)
    Mono<Rendering> show(
            @PathVariable("association") String slug, @PathVariable("partner") UUID id, ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association -> partners.find(association.id(), id)
                        .flatMap(partner -> view(association, partner, "", new Problems(), HttpStatus.OK, exchange)))
                .switchIfEmpty(gone());
    }

    /** The page of a partner as it stands. @param email typed where it is asked whether it may be named */
    Mono<Rendering> view(
            Association association,
            NamedPartner partner,
            String email,
            Problems problems,
            HttpStatus status,
            ServerWebExchange exchange) {
        return namings.of(association.id(), partner.id())
                .map(naming -> NamingState.of(naming, clock, association.zone()))
                .defaultIfEmpty(NamingState.NEVER)
                .map(naming -> form(association, grid, PartnerForm.of(partner), problems, exchange)
                        .modelAttribute("id", partner.id().toString())
                        .modelAttribute("version", partner.version())
                        .modelAttribute("naming", naming.typed(email))
                        .status(status)
                        .build());
    }

    @PostMapping(ONE)
    Mono<Rendering> change(
            @PathVariable("association") String slug, @PathVariable("partner") UUID id, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> {
                    Association association = both.getT1();
                    Typed typed = both.getT2();
                    PartnerForm form = PartnerForm.read(typed);
                    Problems problems = form.check();
                    Mono<Rendering> again = place(association, id)
                            .map(place -> place.holds(
                                            PartnerForm.of(place.partner()).equals(form), problems)
                                    ? SeeOther.to(PartnerPages.base(association))
                                    : again(
                                            form(association, grid, form, problems, exchange)
                                                    .modelAttribute("id", id.toString())
                                                    .modelAttribute("version", typed.version()),
                                            place,
                                            place.partner().version(),
                                            pages.described(
                                                    place.partner(),
                                                    Language.of(exchange).locale()),
                                            problems));
                    if (!problems.none()) {
                        return again;
                    }
                    return back(association, id, typed, problems)
                            .then(Mono.defer(() -> partners.change(association.id(), id, form, typed.version())))
                            .flatMap(done -> done ? Mono.just(SeeOther.to(PartnerPages.base(association))) : again);
                })
                .switchIfEmpty(gone());
    }

    @GetMapping(ONE + "/bilan")
    Mono<Rendering> weighing(
            @PathVariable("association") String slug, @PathVariable("partner") UUID id, ServerWebExchange exchange) {
        return associations
                .at(slug)
                .flatMap(association -> partners.find(association.id(), id)
                        .map(partner -> weighing(
                                        association, partner, WeighingForm.of(partner.weighing()), new Problems())
                                .modelAttribute("version", partner.weighing().version())
                                .build()))
                .switchIfEmpty(gone());
    }

    @PostMapping(ONE + "/bilan")
    Mono<Rendering> weigh(
            @PathVariable("association") String slug, @PathVariable("partner") UUID id, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange))
                .flatMap(both -> place(both.getT1(), id).flatMap(known -> {
                    Association association = both.getT1();
                    Typed typed = both.getT2();
                    WeighingForm form = WeighingForm.read(typed);
                    Problems problems = form.check(
                            today(association), known.partner().weighing().reviewOn());
                    Mono<Rendering> again = place(association, id)
                            .map(place -> place.holds(
                                            WeighingForm.of(place.partner().weighing())
                                                    .equals(form),
                                            problems)
                                    ? SeeOther.to(weighed(association, id))
                                    : again(
                                            weighing(association, place.partner(), form, problems)
                                                    .modelAttribute("version", typed.version()),
                                            place,
                                            place.partner().weighing().version(),
                                            pages.weighed(
                                                    place.partner(),
                                                    Language.of(exchange).locale()),
                                            problems));
                    if (!problems.none()) {
                        return again;
                    }
                    return back(association, id, typed, problems)
                            .then(Mono.defer(
                                    () -> partners.weigh(association.id(), id, form.weighing(typed.version()))))
                            .flatMap(done -> done ? Mono.just(SeeOther.to(weighed(association, id))) : again);
                }))
                .switchIfEmpty(gone());
    }

    /** Puts a removed partner back where its writer asks for it; says so when there is no room any more. */
    private Mono<Void> back(Association association, UUID id, Typed typed, Problems problems) {
        return !typed.on("remettre")
                ? Mono.empty()
                : partners.find(association.id(), id)
                        .hasElement()
                        .flatMap(here -> here
                                ? Mono.just(true)
                                : partners.bringBack(association.id(), id).defaultIfEmpty(false))
                        .doOnNext(here -> {
                            if (!here) {
                                problems.add(
                                        "retrait", "partners.full", grid.asked().partners());
                            }
                        })
                        .then();
    }

    private Mono<Place> place(Association association, UUID id) {
        return partners.find(association.id(), id)
                .map(partner -> new Place(partner, false))
                .switchIfEmpty(partners.removed(association.id(), id).map(partner -> new Place(partner, true)));
    }

    /** The form again. Nothing to tell beside it while only a field is wrong, unless the partner is gone too. */
    private static Rendering again(
            Rendering.Builder<?> form, Place place, int version, List<PartnerPages.Line> lines, Problems problems) {
        Rendering.Builder<?> told = place.removed() || problems.none()
                ? form.modelAttribute("late", new Late(place.removed(), version, lines))
                : form;
        return told.status(problems.none() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY)
                .build();
    }

    /** The form of a partner, of a new one unless more is said. */
    static Rendering.Builder<?> form(
            Association association, Grid grid, PartnerForm form, Problems problems, ServerWebExchange exchange) {
        return Rendering.view("capacity/partner")
                .modelAttribute("base", PartnerPages.base(association))
                .modelAttribute("id", "")
                .modelAttribute("form", form)
                .modelAttribute(
                        "choices", PartnerChoices.of(grid, Language.of(exchange).code()))
                .modelAttribute("problems", problems);
    }

    private Rendering.Builder<?> weighing(
            Association association, NamedPartner partner, WeighingForm form, Problems problems) {
        return Rendering.view("capacity/weighing")
                .modelAttribute("base", PartnerPages.base(association))
                .modelAttribute("id", partner.id().toString())
                .modelAttribute("name", partner.name())
                .modelAttribute("form", form)
                .modelAttribute("today", today(association))
                .modelAttribute("problems", problems);
    }

    /** Where its weighing is read among the others. */
    private static String weighed(Association association, UUID id) {
        return PartnerPages.base(association) + "/strategie#p-" + id;
    }

    private LocalDate today(Association association) {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }

    private static <T> Mono<T> gone() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private record Place(NamedPartner partner, boolean removed) {

        /** Whether what was typed is in place already: the same, sent twice. */
        boolean holds(boolean same, Problems problems) {
            return same && !removed && problems.none();
        }
    }

    /**
     * What happened while a form was filled in.
     *
     * @param removed from the list, and can still be put back
     * @param version in place now
     * @param lines what stands there now
     */
    record Late(boolean removed, int version, List<PartnerPages.Line> lines) {}
}
