package org.tremplin.platform.web;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Gives each rendered view its frame and its CSRF token; both are read only when a view is rendered. */
@ControllerAdvice(annotations = Controller.class)
class FrameAdvice {

    private final Frames frames;

    FrameAdvice(Frames frames) {
        this.frames = frames;
    }

    @ModelAttribute("frame")
    Mono<Frame> frame(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(SignedInPerson.class)
                .map(SignedInPerson::displayName)
                .map(name -> frames.of(exchange, name))
                .defaultIfEmpty(frames.of(exchange, null));
    }

    @ModelAttribute("csrf")
    Mono<String> csrf(ServerWebExchange exchange) {
        return token(exchange);
    }

    /** What the CSRF field of a form holds; whoever reads it also gets the cookie. */
    static Mono<String> token(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return token.map(CsrfToken::getToken);
    }
}
