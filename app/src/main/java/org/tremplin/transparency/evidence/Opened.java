package org.tremplin.transparency.evidence;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** That the diagnosis was opened to whoever reads. @param token of the private link @param until last day */
record Opened(String token, LocalDate until) {

    static final String FIELD = "partage";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,100}");

    /** What the address says of a private link; none where it says nothing that could be one. */
    static @Nullable String token(ServerWebExchange exchange) {
        String token = exchange.getRequest().getQueryParams().getFirst(FIELD);
        return token != null && TOKEN.matcher(token).matches() ? token : null;
    }
}
