package org.tremplin.association.standing;

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
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Declares the right to issue tax receipts; an empty declaration takes it back. */
@Controller
class StandingController {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    private final Associations associations;
    private final Standing standing;

    StandingController(Associations associations, Standing standing) {
        this.associations = associations;
        this.standing = standing;
    }

    @GetMapping("/espace/{association}/recus")
    Mono<Rendering> show(
            @PathVariable("association") String slug, @RequestParam(name = "fait", required = false) String done) {
        return associations
                .at(slug)
                .map(found -> view(found, Declaration.of(found), new Problems(), done != null, HttpStatus.OK));
    }

    @PostMapping("/espace/{association}/recus")
    Mono<Rendering> declare(
            @PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange).map(Declaration::read))
                .flatMap(both -> declare(both.getT1(), both.getT2(), acting));
    }

    private Mono<Rendering> declare(Association association, Declaration declaration, SignedInPerson acting) {
        if (declaration.fondement().isEmpty()) {
            return standing.takeBack(association.id()).thenReturn(saved(association.slug()));
        }
        Problems problems = declaration.check();
        return problems.none()
                ? standing.declare(association.id(), declaration.fondement(), acting.id())
                        .thenReturn(saved(association.slug()))
                : Mono.just(view(association, declaration, problems, false, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    private static Rendering view(
            Association association, Declaration form, Problems problems, boolean saved, HttpStatus status) {
        return Rendering.view("association/standing")
                .modelAttribute("page", new StandingPage(association.slug(), association.receipts(), saved))
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private static Rendering saved(String slug) {
        return SeeOther.to("/espace/" + slug + "/recus?fait=1");
    }

    /**
     * As typed.
     *
     * @param conditions whether the three tests of general interest are said to be met
     */
    record Declaration(String fondement, boolean conditions) {

        static Declaration read(Typed typed) {
            return new Declaration(typed.text("fondement"), typed.on("conditions"));
        }

        static Declaration of(Association association) {
            String basis = association.receipts().basis();
            return new Declaration(basis == null ? "" : basis, basis != null);
        }

        Problems check() {
            Problems problems = new Problems();
            if (fondement.length() < SHORTEST) {
                problems.add("fondement", "standing.basis.short");
            } else if (fondement.length() > LONGEST) {
                problems.add("fondement", "standing.basis.long", LONGEST, fondement.length());
            }
            if (!conditions) {
                problems.add("conditions", "standing.conditions.missing");
            }
            return problems;
        }
    }

    record StandingPage(String slug, Association.Receipts receipts, boolean saved) {}
}
