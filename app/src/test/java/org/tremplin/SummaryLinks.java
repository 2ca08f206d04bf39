package org.tremplin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Holds every form and every refusal that comes back to a visitor of any test: each line of a summary leads to something
 * on the page, the summary takes the focus and the title says that there is an error.
 */
final class SummaryLinks implements ExchangeFilterFunction {

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request).flatMap(answer -> refused(answer) ? checked(answer) : Mono.just(answer));
    }

    private static boolean refused(ClientResponse answer) {
        return answer.statusCode().is4xxClientError()
                && answer.headers()
                        .contentType()
                        .filter(MediaType.TEXT_HTML::isCompatibleWith)
                        .isPresent();
    }

    private static Mono<ClientResponse> checked(ClientResponse answer) {
        return answer.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(bytes -> {
            String page = new String(bytes, StandardCharsets.UTF_8);
            Document read = Jsoup.parse(page);
            lead(read);
            tells(read);
            return answer.mutate().body(page).build();
        });
    }

    /** The focus goes to the summary without JavaScript, and the title begins with the error. */
    private static void tells(Document page) {
        Elements summary = page.select("main .note.bad[role=alert]:has(.fix)");
        assertThat(summary)
                .as("summary of %s", page.title())
                .allMatch(
                        one -> one.hasAttr("autofocus") && one.attr("tabindex").equals("-1"));
        if (!page.select("main .note.bad[role=alert][autofocus]").isEmpty()) {
            assertThat(page.title()).matches("(Erreur\\h:|Error:) .+");
        }
    }

    private static void lead(Document page) {
        assertThat(page.select(".fix a[href^=#]").eachAttr("href"))
                .as("summary of %s", page.title())
                .allSatisfy(link -> assertThat(page.getElementById(link.substring(1)))
                        .as(link)
                        .isNotNull());
    }
}
