package org.tremplin.platform.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Takes {@code /en} off the address and remembers it, so that each page has one mapping and one line in the table. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LanguageFilter implements WebFilter {

    private static final String ENGLISH = "/en";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        if (!path.equals(ENGLISH) && !path.startsWith(ENGLISH + "/")) {
            return chain.filter(exchange);
        }
        String plain = path.substring(ENGLISH.length());
        ServerWebExchange english = exchange.mutate()
                .request(request -> request.path(plain.isEmpty() ? "/" : plain))
                .build();
        english.getAttributes().put(Language.ATTRIBUTE, Language.EN);
        return chain.filter(english);
    }
}
