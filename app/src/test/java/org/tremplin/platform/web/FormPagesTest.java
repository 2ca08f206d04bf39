package org.tremplin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import reactor.core.publisher.Mono;

class FormPagesTest {

    private final FormPages forms = new FormPages();
    private final AtomicInteger rendered = new AtomicInteger();

    @Test
    void rendersOnceForWhatThePageDependsOn() {
        assertThat(page("one", 1, "token-a", "key-a")).isEqualTo("token-a key-a 1");
        assertThat(page("one", 1, "token-b", "key-b")).isEqualTo("token-b key-b 1");
        assertThat(page("one", 2, "token-c", "key-c")).isEqualTo("token-c key-c 2");
        assertThat(page("other", 2, "token-d", "key-d")).isEqualTo("token-d key-d 3");
        assertThat(page("one", 2, "token-e", "key-e")).isEqualTo("token-e key-e 2");
    }

    @Test
    void answersCompressedToWhoReadsThat() throws IOException {
        MockServerWebExchange visitor = MockServerWebExchange.from(
                MockServerHttpRequest.get("/").header(HttpHeaders.ACCEPT_ENCODING, "br, gzip"));
        ResponseEntity<byte[]> answer =
                forms.answer(visitor, "key", "one", 1, this::render).block();
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.VARY)).isEqualTo("Accept-Encoding");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.getBody()))) {
            assertThat(in.readAllBytes()).asString().isEqualTo(" key 1");
        }
    }

    @Test
    void keepsTheLanguagesApart() {
        page("one", 1, "token", "key");
        MockServerWebExchange english = visitor("token");
        english.getAttributes().put(Language.ATTRIBUTE, Language.EN);
        assertThat(page(english, "one", 1, "key")).isEqualTo("token key 2");
        assertThat(page("one", 1, "token", "key")).isEqualTo("token key 1");
    }

    @Test
    void forgetsThePageThatNobodyAskedForWhenThereAreTooMany() {
        page("first", 1, "token", "key");
        for (int i = 0; i < 499; i++) {
            page("page " + i, 1, "token", "key");
        }
        assertThat(page("first", 1, "token", "key")).endsWith(" 1");
        page("one too many", 1, "token", "key");
        assertThat(page("first", 1, "token", "key")).endsWith(" 1");
        assertThat(page("page 0", 1, "token", "key")).endsWith(" 502");
    }

    @Test
    void makesOtherMarksAtEachStart() {
        FormPages.Gaps again = new FormPages().gaps();
        assertThat(again.csrf()).hasSize(32).isNotEqualTo(forms.gaps().csrf()).isNotEqualTo(again.key());
        assertThat(again.key()).hasSize(32).isNotEqualTo(forms.gaps().key());
    }

    @Test
    void putsNothingInAPageThatCouldEndItsAttribute() {
        assertThatThrownBy(() -> page("one", 1, "token", "\"><script>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("script");
    }

    private String page(String name, int version, String token, String key) {
        return page(visitor(token), name, version, key);
    }

    private String page(MockServerWebExchange visitor, String name, int version, String key) {
        byte[] body =
                forms.answer(visitor, key, name, version, this::render).block().getBody();
        return new String(body, StandardCharsets.UTF_8);
    }

    private byte[] render() {
        FormPages.Gaps gaps = forms.gaps();
        return (gaps.csrf() + ' ' + gaps.key() + ' ' + rendered.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
    }

    private static MockServerWebExchange visitor(String token) {
        MockServerWebExchange visitor = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        CsrfToken csrf = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", token);
        visitor.getAttributes().put(CsrfToken.class.getName(), Mono.just(csrf));
        return visitor;
    }
}
