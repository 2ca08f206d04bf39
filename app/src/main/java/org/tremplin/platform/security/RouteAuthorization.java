package org.tremplin.platform.security;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/** Decides by the table of routes; what the table does not hold is denied. */
@Component
class RouteAuthorization implements ReactiveAuthorizationManager<AuthorizationContext> {

    private final RouteTable table;
    private final RoleLookup roles;

    RouteAuthorization(RouteTable table, RoleLookup roles) {
        this.table = table;
        this.roles = roles;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        HttpMethod asked = context.getExchange().getRequest().getMethod();
        HttpMethod method = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
        PathContainer path = context.getExchange().getRequest().getPath().pathWithinApplication();
        for (Route route : table.routes()) {
            if (route.method().equals(method)) {
                PathPattern.PathMatchInfo match = route.pattern().matchAndExtract(path);
                if (match != null) {
                    return decide(route.access(), match, authentication);
                }
            }
        }
        // an unknown address is not a secret: let it become a plain 404 (or 405), for everybody alike
        return Mono.just(new AuthorizationDecision(true));
    }

    private Mono<AuthorizationResult> decide(
            Access access, PathPattern.PathMatchInfo match, Mono<Authentication> authentication) {
        if (access instanceof Access.Everyone) {
            return Mono.just(new AuthorizationDecision(true));
        }
        Mono<SignedInPerson> person = authentication.ofType(SignedInPerson.class);
        Mono<Boolean> granted;
        if (access instanceof Access.Operator) {
            granted = person.map(SignedInPerson::operator);
        } else if (access instanceof Access.Member member) {
            String body = match.getUriVariables().get(member.variable());
            granted = person.flatMap(
                    acting -> roles.roleOf(acting.id(), String.valueOf(body)).map(member.roles()::contains));
        } else {
            granted = person.hasElement();
        }
        return granted.defaultIfEmpty(false).map(AuthorizationDecision::new);
    }
}
