package org.tremplin.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The one error handler: a page in the visitor's language, or a problem document under {@code /api}. */
@Component
@Order(-2)
class ErrorPages implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> WITH_TEXT = Set.of(400, 403, 404, 405, 409, 410, 413, 429, 503);

    /** A page of any host; the path begins with one slash, for two would name another host. */
    private static final Pattern REFERER = Pattern.compile("https?://([^/?#\\\\]+)(/(?![/\\\\]).*)");

    private final Pages pages;
    private final Frames frames;
    private final ServerSecurityContextRepository sessions;

    ErrorPages(Pages pages, Frames frames, ServerSecurityContextRepository sessions) {
        this.pages = pages;
        this.frames = frames;
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        HttpStatusCode status = status(failure);
        tell(exchange, status, failure);
        response.setStatusCode(status);
        if (failure instanceof ResponseStatusException told) {
            told.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        }
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.getHeaders().putIfAbsent(HttpHeaders.RETRY_AFTER, List.of("10"));
        }
        return inLanguage(exchange, status)
                .then(response.writeWith(Mono.fromSupplier(
                        () -> response.bufferFactory().wrap(body(exchange, failure, status.value())))));
    }

    /** Whoever is refused was turned away before the person's language was known. Nobody waits for it in a failure. */
    private Mono<Void> inLanguage(ServerWebExchange exchange, HttpStatusCode status) {
        return status.is4xxClientError() && PersonLanguageFilter.followed(exchange)
                ? PersonLanguageFilter.follow(exchange, sessions.load(exchange)).onErrorComplete()
                : Mono.empty();
    }

    /** The pattern of the address, not the address: that may hold a donor's token. */
    private static void tell(ServerWebExchange exchange, HttpStatusCode status, Throwable failure) {
        Object route = exchange.getAttributeOrDefault(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "no route");
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            log.warn("{} {}: {}", exchange.getRequest().getMethod(), route, failure.toString());
        } else if (status.is5xxServerError()) {
            log.error("{} {}", exchange.getRequest().getMethod(), route, failure);
        }
    }

    private byte[] body(ServerWebExchange exchange, Throwable failure, int status) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        String path = exchange.getRequest().getPath().value();
        if (path.startsWith("/api/") || path.startsWith("/webhooks/")) {
            headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            return "{\"status\":%d}".formatted(status).getBytes(StandardCharsets.UTF_8);
        }
        headers.setContentType(MediaType.parseMediaType("text/html;charset=UTF-8"));
        Frame frame = frames.of(exchange, null);
        return pages.render("platform/error", frame, Map.of("kind", kind(failure, status), "back", back(exchange)));
    }

    /** Of the text that the page shows. */
    private static String kind(Throwable failure, int status) {
        if (failure instanceof Busy) {
            return Busy.REASON;
        }
        if (failure instanceof ResponseStatusException told && "csrf".equals(told.getReason())) {
            return "csrf";
        }
        return WITH_TEXT.contains(status) ? Integer.toString(status) : status < 500 ? "400" : "500";
    }

    /** Where the visitor came from, when that is a page of ours; else the front page. */
    private static String back(ServerWebExchange exchange) {
        String referer = exchange.getRequest().getHeaders().getFirst(HttpHeaders.REFERER);
        String host = exchange.getRequest().getURI().getRawAuthority();
        if (referer == null || host == null) {
            return "/";
        }
        Matcher ours = REFERER.matcher(referer);
        return ours.matches() && ours.group(1).equals(host) ? ours.group(2) : "/";
    }

    private static HttpStatusCode status(Throwable failure) {
        if (failure instanceof ServerWebInputException input && inPath(input)) {
            return HttpStatus.NOT_FOUND;
        }
        if (failure instanceof ResponseStatusException told) {
            return told.getStatusCode();
        }
        if (failure instanceof DataBufferLimitException) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        boolean databaseGone = failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException;
        return databaseGone ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    /** An address whose variable part cannot be what it stands for, such as an id, is the address of nothing. */
    private static boolean inPath(ServerWebInputException input) {
        MethodParameter parameter = input.getMethodParameter();
        return parameter != null && parameter.hasParameterAnnotation(PathVariable.class);
    }
}
