package org.tremplin.association.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Role;
import org.tremplin.platform.security.Sessions;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.SeeOther;
import org.tremplin.platform.web.Typed;
import reactor.core.publisher.Mono;

/** The mailed link: opening it shows one button, because mail scanners open links; only the button accepts. */
@Controller
class InvitationController {

    private final Invitations invitations;
    private final Associations associations;
    private final Sessions sessions;
    private final Clock clock;

    InvitationController(Invitations invitations, Associations associations, Sessions sessions, Clock clock) {
        this.invitations = invitations;
        this.associations = associations;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/invitation")
    Mono<Rendering> show(@RequestParam(name = "token", defaultValue = "") String token, ServerWebExchange exchange) {
        return invitations
                .find(token)
                .flatMap(invitation -> associations
                        .find(invitation.association())
                        .flatMap(association -> signedIn(exchange)
                                .map(person -> open(invitation, association)
                                        ? offer(invitation, association, token)
                                        : over(invitation, association, person.orElse(null)))))
                .switchIfEmpty(Mono.fromSupplier(InvitationController::unknown));
    }

    @PostMapping("/invitation")
    Mono<Rendering> accept(ServerWebExchange exchange) {
        return Typed.in(exchange)
                .flatMap(typed -> invitations.find(typed.line("token")))
                .flatMap(invitation -> associations
                        .find(invitation.association())
                        .flatMap(association -> signedIn(exchange)
                                .flatMap(person -> open(invitation, association)
                                        ? accept(invitation, association, person, exchange)
                                        : Mono.just(over(invitation, association, person.orElse(null))))))
                .switchIfEmpty(Mono.fromSupplier(InvitationController::unknown));
    }

    private Mono<Rendering> accept(
            Invitation invitation, Association association, Optional<UUID> signedIn, ServerWebExchange exchange) {
        String language = Language.of(exchange).code();
        return invitations
                .accept(invitation, signedIn.orElse(null), language)
                .flatMap(person -> (signedIn.isPresent() ? Mono.<Void>empty() : sessions.open(person, exchange))
                        .thenReturn(to(association)))
                // the button was pressed twice and the other request won
                .switchIfEmpty(Mono.fromSupplier(() -> over(invitation, association, null)));
    }

    private boolean open(Invitation invitation, Association association) {
        return invitation.open(clock.instant(), association.today(clock));
    }

    private static Mono<Optional<UUID>> signedIn(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(SignedInPerson.class)
                .map(person -> Optional.of(person.id()))
                .defaultIfEmpty(Optional.empty());
    }

    private static Rendering offer(Invitation invitation, Association association, String token) {
        return Rendering.view("association/invitation")
                .modelAttribute(
                        "page",
                        new InvitationPage(
                                association.name(),
                                invitation.role(),
                                invitation.until(),
                                String.valueOf(invitation.email()),
                                token))
                // the address of the page is the key
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** Used or run out; whoever used it is simply let in. */
    private static Rendering over(Invitation invitation, Association association, @Nullable UUID signedIn) {
        if (signedIn != null && signedIn.equals(invitation.acceptedBy())) {
            return to(association);
        }
        return Rendering.view("association/invitation-over")
                .modelAttribute("used", invitation.acceptedBy() != null)
                .status(HttpStatus.GONE)
                .build();
    }

    private static Rendering unknown() {
        return Rendering.view("association/invitation-over")
                .modelAttribute("used", false)
                .status(HttpStatus.GONE)
                .build();
    }

    private static Rendering to(Association association) {
        return SeeOther.to("/espace/" + association.slug());
    }

    /** @param until last day of the role */
    record InvitationPage(
            String association, Role role, @Nullable LocalDate until, String email, String token) {}
}
