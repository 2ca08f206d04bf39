package org.tremplin.association.member;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.association.Memberships;
import org.tremplin.platform.security.RouteTable;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Gives every view of an association's workspace its menu, whichever module renders it. */
@ControllerAdvice(annotations = Controller.class)
class EspaceAdvice {

    private static final String ROOT = "/espace/";

    private final Memberships memberships;
    private final RouteTable table;

    EspaceAdvice(Memberships memberships, RouteTable table) {
        this.memberships = memberships;
        this.table = table;
    }

    @ModelAttribute("espace")
    Mono<EspaceNav> espace(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        if (!path.startsWith(ROOT)) {
            return Mono.empty();
        }
        int end = path.indexOf('/', ROOT.length());
        String slug = path.substring(ROOT.length(), end < 0 ? path.length() : end);
        String below = end < 0 ? "" : path.substring(end);
        return exchange.getPrincipal()
                .ofType(SignedInPerson.class)
                .flatMap(person -> memberships.of(person.id(), slug))
                .map(membership -> EspaceNav.of(membership, below, table));
    }
}
