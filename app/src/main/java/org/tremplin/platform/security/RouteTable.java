package org.tremplin.platform.security;

import java.util.List;

/** The table of routes and roles; what it does not hold is denied. */
public record RouteTable(List<Route> routes) {}
