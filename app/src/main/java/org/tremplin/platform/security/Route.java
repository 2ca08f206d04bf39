package org.tremplin.platform.security;

import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** One line of the table of routes and roles. */
public record Route(HttpMethod method, PathPattern pattern, Access access) {

    public static Route of(HttpMethod method, String pattern, Access access) {
        return new Route(method, PathPatternParser.defaultInstance.parse(pattern), access);
    }
}
