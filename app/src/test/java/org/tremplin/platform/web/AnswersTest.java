package org.tremplin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.tremplin.TestApplication;
import org.tremplin.TestConnections;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.identity.People;

@TestApplication
class AnswersTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Value("${local.server.port}")
    int port;

    @Autowired
    TestConnections connections;

    @Test
    void givesAPageForAnUnknownAddressInBothLanguages() {
        visitors.anonymous().get("/nulle-part").expectStatus().isNotFound();
        visitors.anonymous().get("/en/nowhere").expectStatus().isNotFound();
    }

    @Test
    void switchesTheLanguageOfAnErrorPage() {
        assertThat(page(visitors.anonymous(), "/en/nowhere?a=b", 404)).contains("href=\"/nowhere?a=b\"");
        assertThat(page(visitors.anonymous(), "/nulle-part", 404)).contains("href=\"/en/nulle-part\"");
        assertThat(page(visitors.anonymous(), "/en//evil.example", 404))
                .contains("href=\"/evil.example\"")
                .doesNotContain("href=\"//");
    }

    @Test
    void refusesInTheLanguageOfThePersonWhoActs() {
        UUID camille = people.welcome("camille@answers.example", "Camille", "en")
                .block()
                .id();
        Visitor english = visitors.member(camille, "les-reponses", "READER");
        assertThat(page(english, "/espace/les-reponses/profil", 403)).contains("<html lang=\"en\"");
        assertThat(page(english, "/espace/une-autre", 403)).contains("<html lang=\"en\"");
        assertThat(page(english, "/espace/les-reponses/nulle-part", 404)).contains("<html lang=\"en\"");
        assertThat(page(english, "/nulle-part", 404)).contains("<html lang=\"fr\"");
    }

    private static String page(Visitor visitor, String address, int status) {
        return visitor.get(address)
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void setsNoCookieAndASafePolicyOnEveryAnswer() {
        var answer = visitors.anonymous().get("/nulle-part").returnResult(String.class);
        assertThat(answer.getResponseCookies()).isEmpty();
        assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.getResponseHeaders().getFirst("X-Content-Type-Options"))
                .isEqualTo("nosniff");
    }

    @Test
    void refusesAFormWithoutItsTokenAndSaysSo() {
        String page = visitors.anonymous()
                .web()
                .post()
                .uri("/connexion")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .bodyValue("email=a@example.org")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("Page restée ouverte trop longtemps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mechant.example/",
                "https://mechant.example/://localhost:%d//mechant.example",
                "http://localhost:%d//mechant.example",
                "http://localhost:%d/\\mechant.example",
                "http://localhost:%d@mechant.example/",
                "javascript://localhost:%d/%%0aalert(1)",
            })
    void leadsBackToNoOtherHost(String referer) {
        String page = answerTo(referer);
        assertThat(page).doesNotContain("mechant", "alert");
    }

    @Test
    void leadsBackToThePageOneCameFrom() {
        assertThat(answerTo("http://localhost:%d/mentions?a=b")).contains("href=\"/mentions?a=b\"");
    }

    private String answerTo(String referer) {
        return visitors.anonymous()
                .web()
                .get()
                .uri("/nulle-part")
                .header("Referer", referer.formatted(port))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void tellsThatTheDatabaseIsGoneAndRecoversByItself() {
        String file = "/fichiers/00000000-0000-7000-8000-000000000000";
        visitors.anonymous().get(file).expectStatus().isNotFound();
        connections.database().reachable(false);
        try {
            visitors.anonymous()
                    .get(file)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", "10");
            visitors.anonymous().get("/nulle-part").expectStatus().isNotFound();
        } finally {
            connections.database().reachable(true);
        }
        visitors.anonymous().get(file).expectStatus().isNotFound();
    }

    @Test
    void survivesTheEndOfEveryConnection() {
        String file = "/fichiers/00000000-0000-7000-8000-000000000000";
        visitors.anonymous().get(file).expectStatus().isNotFound();
        connections.database().disconnectAll();
        visitors.anonymous().get(file).expectStatus().isNotFound();
    }
}
