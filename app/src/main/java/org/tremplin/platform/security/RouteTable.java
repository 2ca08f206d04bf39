package org.tremplin.platform.security;

import java.util.Comparator;
import java.util.List;

/**
 * The table of routes and roles; what it does not hold is denied. The most specific pattern comes first, as in the
 * mapping of requests: both must find the same line for the same address.
 */
public record RouteTable(List<Route> routes) {

    public RouteTable {
        routes = routes.stream().sorted(Comparator.comparing(Route::pattern)).toList();
    }
}
