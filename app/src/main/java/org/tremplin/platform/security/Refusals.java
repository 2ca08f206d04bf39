package org.tremplin.platform.security;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Sends who is not signed in to the sign-in page and everybody else to the 403 page, which has a way back. */
@Component
class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        if (!HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN, "not signed in", refused));
        }
        String wanted = exchange.getRequest().getPath().pathWithinApplication().value();
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse()
                .getHeaders()
                .setLocation(URI.create(Language.of(exchange).to("/connexion") + "?vers="
                        + URLEncoder.encode(wanted, StandardCharsets.UTF_8)));
        return exchange.getResponse().setComplete();
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        String reason = denied instanceof CsrfException ? "csrf" : "role";
        return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN, reason, denied));
    }
}
