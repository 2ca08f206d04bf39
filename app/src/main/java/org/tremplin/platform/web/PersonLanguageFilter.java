package org.tremplin.platform.web;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
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
        String path = exchange.getRequest().getPath().value();
        if (!path.startsWith("/espace") && !path.startsWith("/compte")) {
            return chain.filter(exchange);
        }
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(SignedInPerson.class)
                .doOnNext(
                        person -> exchange.getAttributes().put(Language.ATTRIBUTE, Language.ofCode(person.language())))
                .then(chain.filter(exchange));
    }
}
