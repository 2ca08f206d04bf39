package org.tremplin.operation.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.TestApplication;
import org.tremplin.Visitors;
import org.tremplin.platform.DemoOnly;

/** The guided visit where nothing is to be visited: its pages stand, without what they would lead to. */
@TestApplication
class VisitTest {

    @Autowired
    Visitors visitors;

    @ParameterizedTest
    @ValueSource(strings = {"", "/en"})
    void tellsEachStopInBothLanguages(String language) {
        for (Stop stop : Stop.values()) {
            Document page = page(language + "/demo/visite/" + stop.number());
            assertThat(page.select(".visit [aria-current=step] b").text()).isEqualTo("" + stop.number());
            assertThat(page.select("h1").text())
                    .isEqualTo(page.select(".visit [aria-current=step] span").text());
            assertThat(page.text()).doesNotContain("??");
        }
        assertThat(page(language + "/demo/visite").select(".visit-list li")).hasSize(6);
        assertThat(page(language + "/demo/visite/exercice").select("tbody tr")).hasSize(6);
    }

    /** The bytes of a page that many share say nothing of who is in the visit: every page has the same bar. */
    @Test
    void showsItsBarOnEveryPage() {
        for (String path : new String[] {"/", "/connexion", "/demo", "/methode", "/nulle-part"}) {
            Document page = Jsoup.parse(visitors.anonymous()
                    .get(path)
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody());
            assertThat(page.select(".visit li a").eachAttr("href"))
                    .as(path)
                    .containsExactly(
                            "/demo/visite/1",
                            "/demo/visite/2",
                            "/demo/visite/3",
                            "/demo/visite/4",
                            "/demo/visite/5",
                            "/demo/visite/6");
            assertThat(page.select(".visit [aria-current]")).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "un", "journal-retouche.jsonl", "journal-resigne.jsonl"})
    void findsNoOtherStop(String stop) {
        visitors.anonymous().get("/demo/visite/" + stop).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/espace/x",
                "/connexion",
                "/espace/../admin",
                "/espace/x?y"
            })
    void leadsNowhereButIntoAWorkspace(String wanted) {
        visitors.anonymous()
                .post("/demo/roles", "role", "nouvelle", "vers", wanted)
                .expectHeader()
                .location("/espace/nouvelle-association");
    }

    @Test
    void existsInDemoOnly() {
        assertThat(VisitController.class).hasAnnotation(DemoOnly.class);
        assertThat(VisitPages.class).hasAnnotation(DemoOnly.class);
    }

    private Document page(String path) {
        return Jsoup.parse(visitors.anonymous().page(path));
    }
}
