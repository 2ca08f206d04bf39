package org.tremplin.donation.give;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.NotFound;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** Lets the limits of one campaign rest for a day: a collection in a hall, an appeal on the air. */
@Controller
class LimitController {

    private final Destinations destinations;
    private final LimitRests rests;

    LimitController(Destinations destinations, LimitRests rests) {
        this.destinations = destinations;
        this.rests = rests;
    }

    @GetMapping("/espace/{association}/c/{id}/limites")
    Mono<Rendering> show(
            @PathVariable("association") String slug, @PathVariable("id") UUID id, ServerWebExchange exchange) {
        return campaign(slug, id)
                .flatMap(to -> rests.until(id)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(until -> Rendering.view("donation/limits")
                                .modelAttribute("slug", slug)
                                .modelAttribute("id", id)
                                .modelAttribute("project", to.campaign().plan().title())
                                .modelAttribute(
                                        "until",
                                        until.map(at -> words(at, to, Language.of(exchange)))
                                                .orElse(""))
                                .build()));
    }

    @PostMapping("/espace/{association}/c/{id}/limites")
    Mono<Rendering> change(
            @PathVariable("association") String slug,
            @PathVariable("id") UUID id,
            SignedInPerson acting,
            ServerWebExchange exchange) {
        return Mono.zip(campaign(slug, id), Typed.in(exchange))
                .flatMap(both -> both.getT2().on("repos") ? rests.begin(id, acting.id()) : rests.end(id))
                .thenReturn(SeeOther.to("/espace/" + slug + "/c/" + id + "/limites"));
    }

    private Mono<Destination> campaign(String slug, UUID id) {
        return destinations
                .find(id)
                .filter(to -> to.association().slug().equals(slug))
                .switchIfEmpty(NotFound.page());
    }

    private static String words(Instant at, Destination to, Language language) {
        return DayText.moment(at, to.association().zone(), language.locale());
    }
}
