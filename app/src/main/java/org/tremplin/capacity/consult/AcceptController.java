package org.tremplin.capacity.consult;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.Grant;
import org.tremplin.capacity.share.Grants;
import org.tremplin.capacity.share.Shared;
import org.tremplin.platform.security.Sessions;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The mailed link of an adviser: opening it shows one button, because mail scanners open links; the button accepts. */
@Controller
class AcceptController {

    private final Grants grants;
    private final Associations associations;
    private final Sessions sessions;

    AcceptController(Grants grants, Associations associations, Sessions sessions) {
        this.grants = grants;
        this.associations = associations;
        this.sessions = sessions;
    }

    @GetMapping("/invitation/conseil")
    Mono<Rendering> show(@RequestParam(name = "token", defaultValue = "") String token) {
        return awaiting(token)
                .map(asked -> Rendering.view("capacity/adviser-invitation")
                        .modelAttribute(
                                "page",
                                new InvitationPage(
                                        asked.association().name(),
                                        asked.grant().until(),
                                        String.valueOf(asked.grant().email()),
                                        asked.grant().chosen().stream().sorted().toList(),
                                        token))
                        // the address of the page is the key
                        .header("Referrer-Policy", "no-referrer")
                        .build())
                .switchIfEmpty(Mono.fromSupplier(AcceptController::over));
    }

    @PostMapping("/invitation/conseil")
    Mono<Rendering> accept(ServerWebExchange exchange) {
        return Typed.in(exchange)
                .flatMap(typed -> awaiting(typed.line("token")))
                .flatMap(asked -> signedIn(exchange)
                        .flatMap(person -> grants.accept(
                                        asked.grant(),
                                        person.orElse(null),
                                        Language.of(exchange).code())
                                .flatMap(who -> (person.isPresent() ? Mono.<Void>empty() : sessions.open(who, exchange))
                                        .thenReturn(SeeOther.to("/conseil/"
                                                + asked.association().slug())))))
                // taken back, too late, or the button was pressed twice
                .switchIfEmpty(Mono.fromSupplier(AcceptController::over));
    }

    private Mono<Asked> awaiting(String token) {
        return grants.byToken(token, Audience.ADVISER)
                .flatMap(grant ->
                        associations.find(grant.association()).map(association -> new Asked(grant, association)))
                .filter(asked -> grants.awaits(asked.grant(), asked.association()));
    }

    private static Mono<Optional<UUID>> signedIn(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(SignedInPerson.class)
                .map(person -> Optional.of(person.id()))
                .defaultIfEmpty(Optional.empty());
    }

    private static Rendering over() {
        return Rendering.view("capacity/share-over")
                .modelAttribute("adviser", true)
                .status(HttpStatus.GONE)
                .build();
    }

    private record Asked(Grant grant, Association association) {}

    /** @param until last day of what is opened */
    record InvitationPage(String association, LocalDate until, String email, List<Shared> rows, String token) {}
}
