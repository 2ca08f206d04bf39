package org.tremplin.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.event.Pump;

@TestApplication
@Import(Samples.class)
class PublicPagesTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Pump pump;

    private Association association;
    private String slug;
    private Visitor visitor;

    @BeforeEach
    void campaign() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        slug = "jardin-" + UUID.randomUUID().toString().substring(0, 8);
        visitor = visitors.anonymous();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/en"})
    void givesEverybodyTheSameBytesWithoutACookie(String language) {
        samples.campaign(association, slug);
        EntityExchangeResult<byte[]> first = bytes(visitor, language + "/c/" + slug);
        EntityExchangeResult<byte[]> second = bytes(visitors.anonymous(), language + "/c/" + slug);

        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(first.getResponseCookies()).isEmpty();
        assertThat(first.getResponseHeaders().getCacheControl()).isEqualTo("no-cache");
        assertThat(new String(first.getResponseBody(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("_csrf")
                .doesNotContain("style=")
                .doesNotContain("??");
    }

    @Test
    void saysThatNothingChangedToWhoHasThePage() {
        samples.campaign(association, slug);
        String tag = bytes(visitor, "/c/" + slug).getResponseHeaders().getETag();
        visitor.web()
                .get()
                .uri("/c/" + slug)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @Test
    void findsByFrenchWordsWithoutTheirAccents() {
        Plan plan = samples.plan("Des ruches pour les écoliers de Valmorin");
        samples.publish(association.id(), slug, plan);
        assertThat(visitor.page("/?q=ecolier")).contains("/c/" + slug);
        assertThat(visitor.page("/en?q=ruche&cause=environnement&lieu=69")).contains("/en/c/" + slug);
        assertThat(visitor.page("/?q=ruche&lieu=Valmorin")).contains("/c/" + slug);
        assertThat(visitor.page("/?q=ruche&cause=sport")).doesNotContain("/c/" + slug);
        assertThat(visitor.page("/?q=ruche&lieu=29")).doesNotContain("/c/" + slug);
        assertThat(visitor.page("/?q=%00%22%27(%20%26%7C!:*")).contains("<h1");
    }

    /** Words to search for have no end: what was found for them is read again each time. */
    @Test
    void keepsNothingOfASearch() {
        assertThat(visitor.page("/?q=lavoir")).doesNotContain("/c/" + slug);
        samples.publish(association.id(), slug, samples.plan("Un toit pour le lavoir"));
        assertThat(visitor.page("/?q=lavoir")).contains("/c/" + slug);
    }

    @Test
    void keepsTheSearchInTheOtherLanguage() {
        assertThat(visitor.page("/?q=velo&cause=sport")).contains("href=\"/en?q=velo&amp;cause=sport\"");
        assertThat(visitor.page("/en?q=velo")).contains("href=\"/?q=velo\"");
    }

    @Test
    void showsLongAndRightToLeftNamesAsTheyAre() {
        Plan plan = samples.plan("حديقة مشتركة لحي الدباغين " + "جدا ".repeat(10));
        samples.publish(association.id(), slug, plan);
        assertThat(visitor.page("/c/" + slug)).contains("حديقة").contains("dir=\"auto\"");
        assertThat(visitor.page("/a/" + association.slug())).contains("/c/" + slug);
    }

    @Test
    void answersNotFoundForWhatIsNotPublic() {
        visitor.get("/c/inconnue").expectStatus().isNotFound();
        visitor.get("/c/inconnue/qr.svg").expectStatus().isNotFound();
        visitor.get("/a/inconnue").expectStatus().isNotFound();
        visitor.get("/don/" + "x".repeat(32)).expectStatus().isNotFound();
    }

    @Test
    void streamsTheTotalAsItStands() {
        samples.campaign(association, slug);
        String event = visitor.web()
                .get()
                .uri("/en/c/" + slug + "/direct")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody()
                .blockFirst(Duration.ofSeconds(20));
        assertThat(event)
                .contains(
                        "\"received\":\"€0\"", "\"width\":\"0\"", "\"gifts\":\"\"", "\"limitWord\":\"to the minimum\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/en",
                "/mentions",
                "/en/mentions",
                "/donnees",
                "/en/donnees",
                "/accessibilite",
                "/en/accessibilite"
            })
    void hasEveryTextOfItsOwnPages(String address) {
        samples.campaign(association, slug);
        assertThat(visitor.page(address)).doesNotContain("??").containsOnlyOnce("<h1");
    }

    @Test
    void tellsMachinesWhereToLook() {
        samples.campaign(association, slug);
        assertThat(visitor.page("/sitemap.xml")).contains("/c/" + slug + "</loc>", "/en/c/" + slug + "</loc>");
        assertThat(visitor.page("/robots.txt")).contains("Disallow: /");
        assertThat(visitor.page("/.well-known/security.txt")).contains("Contact: ", "Expires: ");
    }

    @Test
    void namesItselfWhereItsLinkIsShared() {
        Plan plan = samples.plan("Un four à pain <du quartier>");
        samples.publish(association.id(), slug, plan);

        assertThat(visitor.page("/c/" + slug))
                .contains("<meta property=\"og:title\" content=\"Un four à pain &lt;du quartier&gt;\">");
        for (String address : List.of("/", "/en", "/a/" + association.slug(), "/mentions")) {
            assertThat(visitor.page(address)).as(address).containsPattern("og:title\" content=\"[^\"?]+\"");
        }
    }

    private static EntityExchangeResult<byte[]> bytes(Visitor visitor, String path) {
        return visitor.get(path).expectStatus().isOk().expectBody(byte[].class).returnResult();
    }
}
