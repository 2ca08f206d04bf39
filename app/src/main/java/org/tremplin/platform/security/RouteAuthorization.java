package org.tremplin.platform.security;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
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
        RouteTable.Line line = table.line(context.getExchange().getRequest());
        return line == null
                ? Mono.just(new AuthorizationDecision(false))
                : granted(line, authentication).defaultIfEmpty(false).map(AuthorizationDecision::new);
    }

    private Mono<Boolean> granted(RouteTable.Line line, Mono<Authentication> authentication) {
        Access access = line.access();
        if (access instanceof Access.Everyone) {
            return Mono.just(true);
        }
        Mono<SignedInPerson> person = authentication.ofType(SignedInPerson.class);
        if (access instanceof Access.Operator) {
            return person.map(SignedInPerson::operator);
        }
        if (access instanceof Access.Member member) {
            String body = String.valueOf(line.variables().get(member.variable()));
            return person.flatMap(acting -> roles.roleOf(acting.id(), body).map(member.roles()::contains));
        }
        return person.hasElement();
    }
}
