package org.tremplin.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One line of the table of routes and roles.
 *
 * @param confirmedFrom the page of the form, for an act that needs a device confirmed by a mailed code; empty when that
 *     is this very page, none when no confirmation is asked for
 */
public record Route(
        HttpMethod method,
        PathPattern pattern,
        Access access,
        @Nullable String confirmedFrom) {

    public static Route of(HttpMethod method, String pattern, Access access) {
        return new Route(method, PathPatternParser.defaultInstance.parse(pattern), access, null);
    }

    /** The page of a form that moves money or opens an account: reached from a confirmed device only. */
    public Route confirmed() {
        return new Route(method, pattern, access, "");
    }

    /** The act itself. @param page where its form is, in the variables of this line: there one is led back to */
    public Route confirmedFrom(String page) {
        return new Route(method, pattern, access, page);
    }
}
