package org.tremplin.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What is answered where there is nothing, or nothing for whoever asks. */
public final class NotFound {

    private NotFound() {}

    public static <T> Mono<T> page() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
