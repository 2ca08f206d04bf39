package org.tremplin.capacity.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The page behind a partner's mailed link: opening it changes nothing, for mail scanners open links; a button answers. */
@Controller
class NamingController {

    private static final String PAGE = "/partenaire/{token}";

    private final Namings namings;
    private final Associations associations;

    NamingController(Namings namings, Associations associations) {
        this.namings = namings;
        this.associations = associations;
    }

    @GetMapping(PAGE)
    Mono<Rendering> show(@PathVariable("token") String token) {
        return namings.byToken(token)
                .filter(Naming::open)
                .flatMap(naming -> associations
                        .find(naming.association())
                        .map(association -> view(AnswerPage.of(token, association, naming))))
                .switchIfEmpty(Mono.defer(() -> over(token)));
    }

    /** Field: {@code reponse}, {@code oui} or {@code non}; without one nothing changes. */
    @PostMapping(PAGE)
    Mono<Rendering> answer(@PathVariable("token") String token, ServerWebExchange exchange) {
        return Mono.zip(namings.byToken(token).filter(Naming::open), Typed.in(exchange))
                .flatMap(read -> {
                    String said = read.getT2().line("reponse");
                    return (said.equals("oui") || said.equals("non")
                                    ? namings.answer(read.getT1(), said.equals("oui"))
                                    : Mono.<Void>empty())
                            .thenReturn(SeeOther.to(Language.of(exchange).to("/partenaire/" + token)));
                })
                .switchIfEmpty(Mono.defer(() -> over(token)));
    }

    private static Rendering view(AnswerPage page) {
        return Rendering.view("capacity/naming")
                .modelAttribute("page", page)
                // the address of the page is the key
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** Replaced or removed is told from never given. */
    private Mono<Rendering> over(String token) {
        return namings.byToken(token)
                .hasElement()
                .map(given -> Rendering.view("capacity/naming-over")
                        .modelAttribute("given", given)
                        .header("Referrer-Policy", "no-referrer")
                        .status(given ? HttpStatus.GONE : HttpStatus.NOT_FOUND)
                        .build());
    }

    /**
     * Who asks, and for what.
     *
     * @param association its name
     * @param slug of its public page
     * @param name exactly as it would be shown
     * @param said code of the answer; empty before one
     * @param renamed whether the association writes another name since
     */
    record AnswerPage(
            String token,
            String association,
            String slug,
            String name,
            String said,
            @Nullable LocalDate on,
            boolean renamed) {

        static AnswerPage of(String token, Association association, Naming naming) {
            return new AnswerPage(
                    token,
                    association.name(),
                    association.slug(),
                    naming.name(),
                    naming.answer() == null ? "" : naming.answer().name(),
                    naming.answeredAt() == null ? null : LocalDate.ofInstant(naming.answeredAt(), association.zone()),
                    naming.renamed());
        }
    }
}
