package org.tremplin.platform.security;

import java.util.List;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.tremplin.platform.TremplinSettings;

/** Deny, then allow what the table of routes says. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    /** Not each filter of each request by itself: nobody reads it, and it costs. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** A supervisor reads what the management server exposes without a password; nobody changes anything there. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain management(ServerHttpSecurity http, Refusals refusals) {
        return bare(http, refusals)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeExchange(routes -> routes.pathMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .pathMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .build();
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            RouteAuthorization authorization,
            SessionContext sessions,
            TremplinSettings settings,
            Refusals refusals) {
        CookieServerCsrfTokenRepository csrf = new CookieServerCsrfTokenRepository();
        csrf.setCookieName("csrf");
        csrf.setCookieCustomizer(
                cookie -> cookie.secure(settings.secure()).sameSite("Lax").path("/"));
        XorServerCsrfTokenRequestAttributeHandler forms = new XorServerCsrfTokenRequestAttributeHandler();
        // a form with a picture carries its token like any other
        forms.setTokenFromMultipartDataEnabled(true);
        return bare(http, refusals)
                .securityContextRepository(sessions)
                .authorizeExchange(routes -> routes.anyExchange().access(authorization))
                .csrf(spec -> spec.csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(forms)
                        .accessDeniedHandler(refusals)
                        .requireCsrfProtectionMatcher(new AndServerWebExchangeMatcher(List.of(
                                CsrfWebFilter.DEFAULT_CSRF_MATCHER,
                                // a machine signs its body instead
                                new NegatedServerWebExchangeMatcher(new PathPatternParserServerWebExchangeMatcher(
                                        "/webhooks/stripe", HttpMethod.POST)),
                                // a mail program presses this button; who knows the address may (RFC 8058)
                                new NegatedServerWebExchangeMatcher(new PathPatternParserServerWebExchangeMatcher(
                                        "/suivi/{token}/arret", HttpMethod.POST))))))
                .build();
    }

    /** Nothing but what each chain says itself: no password form, no web session. */
    private static ServerHttpSecurity bare(ServerHttpSecurity http, Refusals refusals) {
        return http.exceptionHandling(
                        spec -> spec.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(spec -> spec.requestCache(NoOpServerRequestCache.getInstance()))
                // SecurityHeaders writes them all
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .anonymous(spec -> {});
    }
}
