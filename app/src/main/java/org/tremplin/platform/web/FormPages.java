package org.tremplin.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Mono;

/**
 * Pages around a form that posts: rendered once for what they depend on and kept with two gaps, which each answer fills
 * with its own CSRF token and once-only key. A template gets the texts of {@link #gaps()} in
 * place of both; nothing else on the page may differ between visitors. The answer itself is never kept by anybody.
 */
@Component
public class FormPages {

    /** Pages kept; at some 20 kB each, plain and compressed, no more than 10 MB. */
    private static final int MOST = 500;

    public static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    /** What may stand in an attribute as it is. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_=-]*");

    /** Made anew at each start and never shown: no text that somebody typed can hold one. */
    private final Gaps gaps = new Gaps(Tokens.random(), Tokens.random());

    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    /** What a template shows where each visitor's own values go. */
    public Gaps gaps() {
        return gaps;
    }

    /**
     * The page with this visitor's values; the CSRF cookie goes with it.
     *
     * @param key the once-only key, of letters, digits, {@code -} and {@code _}
     * @param page names the page among all, language apart
     * @param version everything its bytes depend on, compared by {@code equals}
     */
    public Mono<ResponseEntity<byte[]>> answer(
            ServerWebExchange exchange, String key, String page, Object version, Supplier<byte[]> rendering) {
        return fill(exchange, key, find(Language.of(exchange).code() + ' ' + page, version, rendering));
    }

    /** The same answer for a page that is not worth keeping, such as one that somebody's link filled in. */
    public Mono<ResponseEntity<byte[]>> once(ServerWebExchange exchange, String key, byte[] rendered) {
        return fill(exchange, key, cut(rendered));
    }

    private GappedPage find(String key, Object version, Supplier<byte[]> rendering) {
        Kept found = find(key);
        if (found == null || !found.version().equals(version)) {
            found = new Kept(version, cut(rendering.get()));
            put(key, found);
        }
        return found.page();
    }

    private GappedPage cut(byte[] rendered) {
        return GappedPage.cut(rendered, List.of(gaps.csrf(), gaps.key()));
    }

    private static Mono<ResponseEntity<byte[]>> fill(ServerWebExchange exchange, String key, GappedPage page) {
        String encodings = String.join(",", exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING));
        return FrameAdvice.token(exchange).defaultIfEmpty("").map(token -> {
            List<String> values = List.of(safe(token), safe(key));
            ResponseEntity.BodyBuilder answer =
                    ResponseEntity.ok().contentType(HTML).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            return encodings.contains("gzip")
                    ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(page.gzipped(values))
                    : answer.body(page.plain(values));
        });
    }

    private static String safe(String value) {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("Only letters, digits and -_= fill a gap");
        }
        return value;
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

    /** @param csrf stands for the CSRF token; @param key for the once-only key */
    public record Gaps(String csrf, String key) {}

    private record Kept(Object version, GappedPage page) {}
}
