package org.tremplin.capacity.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The pairs of partners, one partner at a time, kept at each. */
@Controller
class PairsController {

    private static final String PAIRS = "/espace/{association}/partenaires/liens";

    private final Associations associations;
    private final Partners partners;
    private final PairPages pages;

    PairsController(Associations associations, Partners partners, PairPages pages) {
        this.associations = associations;
        this.partners = partners;
        this.pages = pages;
    }

    @GetMapping(PAIRS)
    Mono<Rendering> ask(
            @PathVariable("association") String slug,
            @RequestParam(name = "pour", required = false) @Nullable UUID about,
            @RequestParam(name = "tous", defaultValue = "false") boolean all) {
        return associations
                .at(slug)
                .flatMap(association -> partners.circle(association.id())
                        .map(circle -> pages.page(PartnerPages.base(association), circle, all, about)))
                .map(page -> Rendering.view("capacity/pairs")
                        .modelAttribute("page", page)
                        .modelAttribute("problems", new Problems())
                        .build());
    }

    @PostMapping(PAIRS)
    Mono<Rendering> keep(@PathVariable("association") String slug, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange)).flatMap(both -> keep(both.getT1(), both.getT2()));
    }

    private Mono<Rendering> keep(Association association, Typed typed) {
        UUID about = typed.id("pour");
        boolean all = typed.on("tous");
        String base = PartnerPages.base(association);
        if (about == null) {
            return Mono.just(SeeOther.to(base + "/liens"));
        }
        if (!typed.line("avec-" + about).isEmpty()) {
            return partners.circle(association.id())
                    .map(circle -> Rendering.view("capacity/pairs")
                            .modelAttribute("page", pages.page(base, circle, all, about))
                            .modelAttribute("problems", new Problems().add("contenu", "partners.pairs.self"))
                            .status(HttpStatus.UNPROCESSABLE_ENTITY)
                            .build());
        }
        return partners.circle(association.id())
                .flatMap(circle -> partners.answer(association.id(), pages.said(circle, about, typed)))
                .then(Mono.defer(() -> partners.circle(association.id())))
                .map(circle -> SeeOther.to(base + onwards(pages.page(base, circle, all, about), about)));
    }

    /** To the next partner; after the last, to the network, or to what it lacks to be read. */
    private String onwards(PairsPage page, UUID about) {
        UUID next = pages.after(page, about);
        return next != null
                ? "/liens?pour=" + next + (page.all() ? "&tous=true" : "") + "#question"
                : page.missing() > 0 ? "/liens#manque" : "#reseau";
    }
}
