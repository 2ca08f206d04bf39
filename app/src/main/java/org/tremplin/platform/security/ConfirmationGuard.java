package org.tremplin.platform.security;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/**
 * Stands before the lines of the table of routes that ask for a confirmed device: whoever may enter but has not typed a
 * mailed code here lately is led to where one is sent, then back. Runs after security, which has decided by roles.
 */
@Component
@Order(0)
class ConfirmationGuard implements WebFilter {

    static final String PAGE = "/connexion/confirmation";

    private final RouteTable table;
    private final Sessions sessions;

    ConfirmationGuard(RouteTable table, Sessions sessions) {
        this.table = table;
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String page = page(exchange.getRequest());
        return page == null
                ? chain.filter(exchange)
                : sessions.confirmed(exchange)
                        .flatMap(confirmed -> confirmed ? chain.filter(exchange) : lead(exchange, page));
    }

    /** The page of the form that needs a confirmed device; none when this address asks for none. */
    private @Nullable String page(ServerHttpRequest request) {
        RouteTable.Line line = table.line(request);
        return line == null
                ? null
                : line.confirmedFrom(request.getPath().pathWithinApplication().value());
    }

    private static Mono<Void> lead(ServerWebExchange exchange, String page) {
        boolean reading = Set.of(HttpMethod.GET, HttpMethod.HEAD)
                .contains(exchange.getRequest().getMethod());
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(SignedInPerson.class)
                .map(person -> Language.ofCode(person.language()))
                .defaultIfEmpty(Language.of(exchange))
                .flatMap(language -> {
                    exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
                    exchange.getResponse()
                            .getHeaders()
                            .setLocation(URI.create(language.to(PAGE) + "?vers="
                                    + URLEncoder.encode(page, StandardCharsets.UTF_8)
                                    + (reading ? "" : "&rien=fait")));
                    return exchange.getResponse().setComplete();
                });
    }
}
