package org.tremplin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Somebody with a browser without JavaScript: keeps who is signed in and sends the CSRF token that a page would have
 * given.
 *
 * @param id of the person; none for an anonymous visitor
 * @param session what the cookie of that name holds
 */
public record Visitor(
        WebTestClient web, @Nullable UUID id, @Nullable String session) {

    /** Cookie {@code csrf} of every visitor of tests. */
    static final String CSRF = "0123456789abcdef";

    /** The token of a form for that cookie: Spring masks it, here with zeros. */
    public static String csrfField() {
        byte[] token = CSRF.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[2 * token.length];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    public WebTestClient.ResponseSpec get(String path) {
        return web.get().uri(path).accept(MediaType.TEXT_HTML).exchange();
    }

    /** Where an answer leads, after checking that it leads on. */
    public static URI next(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation());
    }

    /** The page as text, after checking that it came out. */
    public String page(String path) {
        String body = get(path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }

    /**
     * Posts a form.
     *
     * @param fields name, value, name, value …; the CSRF field is added
     */
    public WebTestClient.ResponseSpec post(String path, String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return post(path, form);
    }

    public WebTestClient.ResponseSpec post(String path, MultiValueMap<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>(fields);
        form.add("_csrf", csrfField());
        return web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .bodyValue(form)
                .exchange();
    }
}
