package org.tremplin.platform.web;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.security.Tokens;

/**
 * Pages whose bytes are the same for everyone: rendered once for what they depend on and kept compressed. They hold no
 * name, no token and set no cookie; a browser asks again each time and mostly hears that nothing changed.
 */
@Component
public class CachedPages {

    /** Pages kept; at some 20 kB each, plain and compressed, no more than 20 MB. */
    private static final int MOST = 1_000;

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    /**
     * The page, or 304 when the visitor has it.
     *
     * @param page names the page among all, language apart
     * @param version everything its bytes depend on, compared by {@code equals}
     */
    public ResponseEntity<byte[]> answer(
            ServerWebExchange exchange, String page, Object version, Supplier<byte[]> rendering) {
        return answer(exchange, HTML, page, version, rendering);
    }

    /** The same for a file of another type. */
    public ResponseEntity<byte[]> answer(
            ServerWebExchange exchange, MediaType type, String page, Object version, Supplier<byte[]> rendering) {
        String key = Language.of(exchange).code() + ' ' + page;
        Kept found = find(key);
        if (found == null || !found.version().equals(version)) {
            found = Kept.of(version, rendering.get());
            put(key, found);
        }
        return found.to(exchange.getRequest().getHeaders(), type);
    }

    /** The same answer for a page that is not worth keeping, such as the result of a search. */
    public ResponseEntity<byte[]> once(ServerWebExchange exchange, byte[] bytes) {
        return Kept.of("", bytes).to(exchange.getRequest().getHeaders(), HTML);
    }

    private @Nullable Kept find(String key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }

    private void put(String key, Kept page) {
        synchronized (kept) {
            kept.put(key, page);
        }
    }

    private record Kept(Object version, byte[] plain, byte[] gzipped, String tag) {

        static Kept of(Object version, byte[] bytes) {
            String hash = HexFormat.of().formatHex(Tokens.sha256(bytes), 0, 8);
            // weak: the compressed and the plain form are the same page
            return new Kept(version, bytes, Assets.gzip(bytes), "W/\"" + hash + '"');
        }

        ResponseEntity<byte[]> to(HttpHeaders asked, MediaType type) {
            boolean known = asked.getIfNoneMatch().contains(tag);
            ResponseEntity.BodyBuilder answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                    .cacheControl(CacheControl.noCache())
                    .eTag(tag)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (known) {
                return answer.build();
            }
            answer.contentType(type);
            String encodings = String.join(",", asked.getOrEmpty(HttpHeaders.ACCEPT_ENCODING));
            return encodings.contains("gzip")
                    ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzipped)
                    : answer.body(plain);
        }
    }
}
