package org.tremplin.platform.security;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
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
        return http.securityContextRepository(sessions)
                .authorizeExchange(routes -> routes.anyExchange().access(authorization))
                .csrf(spec -> spec.csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(forms)
                        .requireCsrfProtectionMatcher(new AndServerWebExchangeMatcher(List.of(
                                CsrfWebFilter.DEFAULT_CSRF_MATCHER,
                                // a machine signs its body instead
                                new NegatedServerWebExchangeMatcher(new PathPatternParserServerWebExchangeMatcher(
                                        "/webhooks/stripe", HttpMethod.POST))))))
                .exceptionHandling(
                        spec -> spec.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(spec -> spec.requestCache(NoOpServerRequestCache.getInstance()))
                // SecurityHeaders writes them all
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .anonymous(spec -> {})
                .build();
    }
}
