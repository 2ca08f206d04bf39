package org.tremplin.patron.company;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.security.Sessions;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The mailed link of an invited person: opening it shows one button, because mail scanners open links. */
@Controller
class JoinController {

    private final CompanyInvitations invitations;
    private final Sessions sessions;

    JoinController(CompanyInvitations invitations, Sessions sessions) {
        this.invitations = invitations;
        this.sessions = sessions;
    }

    @GetMapping("/invitation/mecene")
    Mono<Rendering> show(@RequestParam(name = "token", defaultValue = "") String token) {
        return invitations
                .byToken(token)
                .map(invited -> Rendering.view("patron/join")
                        .modelAttribute("page", new JoinPage(invited, token))
                        // the address of the page is the key
                        .header("Referrer-Policy", "no-referrer")
                        .build())
                .switchIfEmpty(Mono.fromSupplier(JoinController::over));
    }

    @PostMapping("/invitation/mecene")
    Mono<Rendering> accept(ServerWebExchange exchange) {
        Language language = Language.of(exchange);
        return Typed.in(exchange)
                .flatMap(typed -> invitations.byToken(typed.line("token")))
                .flatMap(invited -> signedIn(exchange)
                        .flatMap(person -> invitations
                                .accept(invited, person.orElse(null), language.code())
                                .flatMap(who -> (person.isPresent() ? Mono.<Void>empty() : sessions.open(who, exchange))
                                        .thenReturn(SeeOther.to(language.to("/mecenes/compte"))))))
                .switchIfEmpty(Mono.fromSupplier(JoinController::over));
    }

    private static Mono<Optional<UUID>> signedIn(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(SignedInPerson.class)
                .map(person -> Optional.of(person.id()))
                .defaultIfEmpty(Optional.empty());
    }

    private static Rendering over() {
        return Rendering.view("patron/join-over").status(HttpStatus.GONE).build();
    }

    record JoinPage(CompanyInvitations.Invited invited, String token) {}
}
