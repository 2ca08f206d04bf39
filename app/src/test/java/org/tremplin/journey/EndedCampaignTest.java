package org.tremplin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;

/** A campaign whose last day is past and that nobody closed. */
@TestApplication
@Import(Samples.class)
class EndedCampaignTest {

    private static final Duration PAST_THE_LAST_DAY = Duration.ofDays(31);

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    TestClock clock;

    @Autowired
    Pump pump;

    private Association association;
    private PublishedCampaign campaign;
    private String page;
    private Visitor visitor;

    @BeforeEach
    void campaign() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "jardin-" + UUID.randomUUID().toString().substring(0, 8));
        page = "/c/" + campaign.campaign().slug();
        visitor = visitors.anonymous();
    }

    @Test
    void saysSoOnEveryPublicPage() {
        clock.pass(PAST_THE_LAST_DAY);
        assertThat(text(visitor.page(page))).contains("Cette collecte est terminée depuis le 16 décembre 2026");
        assertThat(visitor.page(page)).doesNotContain("name=\"montant\"");
        assertThat(text(visitor.page("/"))).contains("terminé le 16 décembre 2026");
        assertThat(text(visitor.page("/a/" + association.slug()))).contains("terminé le 16 décembre 2026");
        assertThat(text(visitor.page(page + "/don"))).contains("Cette collecte est terminée");
        assertThat(text(visitor.page("/en" + page + "/don"))).contains("This campaign is over");
    }

    @Test
    void takesNoNewGift() {
        clock.pass(PAST_THE_LAST_DAY);
        String answer = visitor.post(page + "/don", "montant", "50")
                .expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(text(answer)).contains("Cette collecte est terminée");
    }

    @Test
    void saysSoInTheWorkspace() {
        clock.pass(PAST_THE_LAST_DAY);
        Visitor president = visitors.member(association.slug(), "PRESIDENT");
        String home = "/espace/" + association.slug();
        assertThat(Jsoup.parse(president.page(home + "/campagnes"))
                        .select("section[aria-labelledby=closed] .t")
                        .text())
                .isEqualTo(campaign.plan().title());
        assertThat(text(president.page(home))).contains("Terminée");
        assertThat(Jsoup.parse(president.page(
                                home + "/c/" + campaign.campaign().id().value() + "/publication"))
                        .select("main .tag")
                        .first()
                        .text())
                .isEqualTo("Terminée");
    }

    @Test
    void countsTheGiftThatWasBegunBeforeAndPaidAfter() {
        String bank = visitor.post(
                        page + "/don",
                        "montant",
                        "50",
                        "email",
                        "ana@exemple.example",
                        "prenom",
                        "Ana",
                        "nom",
                        "Essai",
                        "cle",
                        "begun-before-the-end")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation()
                .getPath();
        clock.pass(PAST_THE_LAST_DAY);
        String back = visitor.post(bank, "issue", "PAID")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation()
                .getPath();
        pump.drain().block();

        assertThat(text(visitor.page(page))).contains("50 € reçus sur 1 000 €").contains("Cette collecte est terminée");
        assertThat(text(visitor.page(back.replace("/retour", "")))).contains("50 €");
        assertThat(text(visitors.member(association.slug(), "PRESIDENT")
                        .page("/espace/" + association.slug() + "/campagnes")))
                .contains("50 €");
    }

    /** With plain blanks. */
    private static String text(String html) {
        return Jsoup.parse(html).select("main").text().replaceAll("[\\u00A0\\u202F]", " ");
    }
}
