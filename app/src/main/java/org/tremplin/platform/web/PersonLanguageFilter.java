package org.tremplin.platform.web;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** The workspace follows the choice of the person who acts, not the address. Runs after security. */
@Component
class PersonLanguageFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return followed(exchange)
                ? follow(exchange, ReactiveSecurityContextHolder.getContext()).then(chain.filter(exchange))
                : chain.filter(exchange);
    }

    /** Whether the page follows a person rather than its address. */
    static boolean followed(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.startsWith("/espace")
                || path.startsWith("/compte")
                || path.startsWith("/admin")
                || path.equals("/conseil")
                || path.startsWith("/conseil/");
    }

    static Mono<Void> follow(ServerWebExchange exchange, Mono<SecurityContext> acting) {
        return acting.mapNotNull(SecurityContext::getAuthentication)
                .ofType(SignedInPerson.class)
                .doOnNext(
                        person -> exchange.getAttributes().put(Language.ATTRIBUTE, Language.ofCode(person.language())))
                .then();
    }
}
