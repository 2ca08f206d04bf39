package org.tremplin.donation.refund;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Problems;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** One gift as the treasurer sees it: what came, what went back, and giving it back through the provider. */
@Controller
class RefundController {

    private static final int LONGEST_ANSWER = 500;

    private final RefundPages pages;
    private final Refunding refunding;

    RefundController(RefundPages pages, Refunding refunding) {
        this.pages = pages;
        this.refunding = refunding;
    }

    @GetMapping("/espace/{association}/dons/{donation}")
    Mono<Rendering> show(
            @PathVariable("association") String slug,
            @PathVariable("donation") UUID donation,
            @RequestParam(name = "fait", required = false) @Nullable String done,
            ServerWebExchange exchange) {
        return pages.at(slug, donation).flatMap(found -> pages.show(found, done, exchange));
    }

    @PostMapping("/espace/{association}/dons/{donation}/remboursements")
    Mono<Rendering> refund(
            @PathVariable("association") String slug,
            @PathVariable("donation") UUID donation,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(pages.at(slug, donation), Typed.in(exchange)).flatMap(both -> {
            RefundPages.Found found = both.getT1();
            RefundForm form = RefundForm.of(both.getT2());
            Problems problems = form.check();
            return problems.none()
                    ? refunding
                            .refund(found.gift(), form.cle(), form.cents(), acting.id())
                            .flatMap(asked -> pages.answer(found, form, asked, "rembourse", exchange))
                    : pages.refused(found, form, problems, exchange);
        });
    }

    @PostMapping("/espace/{association}/dons/{donation}/refus")
    Mono<Rendering> decline(
            @PathVariable("association") String slug,
            @PathVariable("donation") UUID donation,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(pages.at(slug, donation), Typed.in(exchange)).flatMap(both -> {
            RefundPages.Found found = both.getT1();
            RefundForm form = RefundForm.of(both.getT2());
            String answer = form.reponse();
            if (answer.isEmpty() || answer.length() > LONGEST_ANSWER) {
                String problem = answer.isEmpty() ? "refund.problem.answer" : "refund.problem.long";
                return pages.refused(found, form, new Problems().add("reponse", problem, LONGEST_ANSWER), exchange);
            }
            return refunding
                    .decline(found.gift(), found.association(), answer, acting.id())
                    .thenReturn(RefundPages.done(found, "refuse"));
        });
    }
}
