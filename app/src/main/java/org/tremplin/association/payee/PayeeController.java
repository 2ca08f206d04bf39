package org.tremplin.association.payee;

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
import org.tremplin.association.Payee;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Declares by which means gifts reach the association. */
@Controller
class PayeeController {

    private final Associations associations;
    private final StoredPayees payees;

    PayeeController(Associations associations, StoredPayees payees) {
        this.associations = associations;
        this.payees = payees;
    }

    @GetMapping("/espace/{association}/moyens-de-paiement")
    Mono<Rendering> show(
            @PathVariable("association") String slug, @RequestParam(name = "fait", required = false) String done) {
        return associations
                .at(slug)
                .flatMap(found -> payees.of(found.id())
                        .map(payee -> view(
                                found,
                                payee,
                                PayeeForm.of(payee, found),
                                new Problems(),
                                done != null,
                                HttpStatus.OK)));
    }

    @PostMapping("/espace/{association}/moyens-de-paiement")
    Mono<Rendering> declare(
            @PathVariable("association") String slug, SignedInPerson acting, ServerWebExchange exchange) {
        return Mono.zip(associations.at(slug), Typed.in(exchange).map(PayeeForm::read))
                .flatMap(both -> {
                    Association association = both.getT1();
                    PayeeForm form = both.getT2();
                    Problems problems = form.check();
                    return problems.none()
                            ? payees.declare(association.id(), form.transfer(), form.paper(), acting.id())
                                    .thenReturn(saved(slug))
                            : payees.of(association.id())
                                    .map(payee -> view(
                                            association,
                                            payee,
                                            form,
                                            problems,
                                            false,
                                            HttpStatus.UNPROCESSABLE_CONTENT));
                });
    }

    private static Rendering view(
            Association association, Payee payee, PayeeForm form, Problems problems, boolean saved, HttpStatus status) {
        return Rendering.view("association/payee")
                .modelAttribute("page", new PayeePage(association.slug(), payee, saved))
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(status)
                .build();
    }

    private static Rendering saved(String slug) {
        return SeeOther.to("/espace/" + slug + "/moyens-de-paiement?fait=1");
    }

    record PayeePage(String slug, Payee payee, boolean saved) {}
}
