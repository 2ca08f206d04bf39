package org.tremplin.platform.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tremplin.platform.TremplinSettings;
import reactor.core.publisher.Mono;

/** The headers of every answer. Nothing is inline and nothing comes from elsewhere, so the policy needs no nonce. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SecurityHeaders implements WebFilter {

    private static final String CSP = "Content-Security-Policy";

    private final String policy;
    private final boolean secure;

    SecurityHeaders(TremplinSettings settings, ContentPolicy policy) {
        this.policy = policy.text();
        this.secure = settings.secure();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            addIfMissing(headers, CSP, policy);
            addIfMissing(headers, "X-Content-Type-Options", "nosniff");
            addIfMissing(headers, "X-Frame-Options", "DENY");
            addIfMissing(headers, "Referrer-Policy", "same-origin");
            addIfMissing(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
            addIfMissing(headers, "Cross-Origin-Opener-Policy", "same-origin");
            addIfMissing(headers, HttpHeaders.CACHE_CONTROL, "no-store");
            if (secure) {
                addIfMissing(headers, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
            }
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private static void addIfMissing(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
