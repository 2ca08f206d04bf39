package org.tremplin.platform.security;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The table of routes and roles; what it does not hold is denied. The most specific pattern comes first, as in the
 * mapping of requests: both must find the same line for the same address.
 */
public record RouteTable(List<Route> routes) {

    public RouteTable {
        routes = routes.stream().sorted(Comparator.comparing(Route::pattern)).toList();
    }

    /** The line that decides; none when the table does not hold this address with this method. HEAD is a GET. */
    @Nullable
    Line line(ServerHttpRequest request) {
        HttpMethod asked = request.getMethod();
        HttpMethod method = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
        RequestPath path = request.getPath();
        for (Route route : routes) {
            if (route.method().equals(method)) {
                PathPattern.PathMatchInfo match = route.pattern().matchAndExtract(path.pathWithinApplication());
                if (match != null) {
                    return new Line(route, match.getUriVariables());
                }
            }
        }
        return null;
    }

    /** Whether the table lets a member in this role use this address of their body, without asking for anything else. */
    public boolean lets(HttpMethod method, String address, String role) {
        PathContainer path = PathContainer.parsePath(address);
        return routes.stream()
                .filter(route ->
                        route.method().equals(method) && route.pattern().matches(path))
                .findFirst()
                .filter(route -> route.access() instanceof Access.Member member
                        && member.roles().contains(role))
                .isPresent();
    }

    /** The methods with which the table holds this address. */
    Set<HttpMethod> methods(ServerHttpRequest request) {
        return routes.stream()
                .filter(route -> route.pattern().matches(request.getPath().pathWithinApplication()))
                .map(Route::method)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param variables the parts of the address that the route names */
    record Line(Route route, Map<String, String> variables) {

        Access access() {
            return route.access();
        }

        /** Where a form that needs a confirmed device is; none when no confirmation is asked for. */
        @Nullable
        String confirmedFrom(String here) {
            String page = route.confirmedFrom();
            if (page == null || page.isEmpty()) {
                return page == null ? null : here;
            }
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                page = page.replace("{" + variable.getKey() + "}", variable.getValue());
            }
            return page;
        }
    }
}
