package org.tremplin.platform.security;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/**
 * Sends who is not signed in to the sign-in page and everybody else to the 403 page, which has a way back. An address
 * that the table of routes does not hold is no secret and no door: it is not found, for everybody alike.
 */
@Component
class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final RouteTable table;

    Refusals(RouteTable table) {
        this.table = table;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        ServerHttpRequest request = exchange.getRequest();
        if (table.line(request) == null) {
            return Mono.error(unknown(request));
        }
        if (!Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.getMethod())) {
            return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN, "not signed in", refused));
        }
        String wanted = request.getPath().pathWithinApplication().value();
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse()
                .getHeaders()
                .setLocation(URI.create(Language.of(exchange).to("/connexion") + "?vers="
                        + URLEncoder.encode(wanted, StandardCharsets.UTF_8)));
        return exchange.getResponse().setComplete();
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        if (table.line(exchange.getRequest()) == null) {
            return Mono.error(unknown(exchange.getRequest()));
        }
        String reason = denied instanceof CsrfException ? "csrf" : "role";
        return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN, reason, denied));
    }

    private ResponseStatusException unknown(ServerHttpRequest request) {
        Set<HttpMethod> known = table.methods(request);
        return known.isEmpty()
                ? new ResponseStatusException(HttpStatus.NOT_FOUND)
                : new MethodNotAllowedException(request.getMethod(), known);
    }
}
