package org.tremplin.platform.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Too many ask for the same heavy work at once: nothing is wrong, and in a minute there is room again. */
public final class Busy extends ResponseStatusException {

    static final String REASON = "busy";

    private static final String SECONDS = "60";

    public Busy(Throwable full) {
        super(HttpStatus.SERVICE_UNAVAILABLE, REASON, full);
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, SECONDS);
        return headers;
    }
}
