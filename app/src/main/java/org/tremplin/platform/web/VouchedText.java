package org.tremplin.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** Gives out the bytes that a fingerprint was taken of, for whoever takes it again. */
public final class VouchedText {

    public static final MediaType PLAIN = MediaType.parseMediaType("text/plain;charset=utf-8");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private VouchedText() {}

    /** Kept for an hour by browsers, since a text may be withdrawn. @param fingerprint SHA-256, as typed in the address */
    public static Mono<ResponseEntity<byte[]>> answer(
            String fingerprint, MediaType type, Function<String, Mono<String>> said) {
        Mono<String> found = SHA256.matcher(fingerprint).matches() ? said.apply(fingerprint) : Mono.empty();
        return found.map(text -> ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .body(text.getBytes(StandardCharsets.UTF_8)))
                .defaultIfEmpty(ResponseEntity.notFound().build());
    }
}
