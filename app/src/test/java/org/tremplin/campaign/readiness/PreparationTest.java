package org.tremplin.campaign.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;

/** What a campaign says of its preparation, and what its page makes of it. */
@TestApplication
@Import(Samples.class)
class PreparationTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    CampaignDesign design;

    private Association association;
    private Visitor editor;
    private String home;

    @BeforeEach
    void draft() {
        association = samples.association("Les Relais " + UUID.randomUUID());
        CampaignId id = design.create(association.id(), "relais-" + UUID.randomUUID(), samples.plan("Un relais"))
                .block();
        home = "/espace/" + association.slug() + "/c/" + id.value();
        editor = visitors.member(association.slug(), "EDITOR");
    }

    @Test
    void keepsWhatWasSaidAndLeavesTheRestUnknown() {
        editor.post(
                        home + "/preparation/reponses",
                        "type",
                        "LOCAL",
                        "P4",
                        "SHARED",
                        "relais",
                        "3",
                        "heures-1",
                        "2,5",
                        "semaines-1",
                        "6",
                        "prevu",
                        "60,50")
                .expectStatus()
                .isSeeOther();
        Document form = Jsoup.parse(editor.page(home + "/preparation/reponses"));
        assertThat(form.select("#type option[selected]").val()).isEqualTo("LOCAL");
        assertThat(form.select("#P4 option[selected]").val()).isEqualTo("SHARED");
        assertThat(form.select("#P5 option[selected]")).isEmpty();
        assertThat(form.getElementById("relais").val()).isEqualTo("3");
        assertThat(form.getElementById("heures-1").val()).isEqualTo("2,5");
        assertThat(form.getElementById("prevu").val()).isEqualTo("60,50");
        assertThat(form.getElementById("promis").val()).isEmpty();
    }

    @Test
    void refusesMoreHoursThanAWeekBearsAndKeepsWhatWasTyped() {
        Document page = Jsoup.parse(new String(
                editor.post(
                                home + "/preparation/reponses",
                                "heures-1",
                                "81",
                                "semaines-1",
                                "4",
                                "promis",
                                "-5",
                                "relais",
                                "beaucoup")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                StandardCharsets.UTF_8));
        assertThat(page.getElementById("e-heures-1").text()).contains("80");
        assertThat(page.getElementById("e-promis")).isNotNull();
        assertThat(page.getElementById("e-relais")).isNotNull();
        assertThat(page.getElementById("heures-1").val()).isEqualTo("81");
        assertThat(page.getElementById("relais").val()).isEqualTo("beaucoup");
    }

    @Test
    void tellsWhoeverWritesSecondWhatTheFirstWrote() {
        String answers = home + "/preparation/reponses";
        assertThat(Jsoup.parse(editor.page(answers))
                        .select("input[name=version]")
                        .val())
                .isEqualTo("0");
        editor.post(answers, "version", "0", "type", "LOCAL", "relais", "3", "P1", "SHARED")
                .expectStatus()
                .isSeeOther();
        Document late = Jsoup.parse(
                editor.post(answers, "version", "0", "type", "LOCAL", "relais", "5", "heures-1", "2", "semaines-1", "6")
                        .expectStatus()
                        .isEqualTo(409)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
        assertThat(late.select(".note.warn dd").eachText()).contains("3").hasSize(3);
        assertThat(late.getElementById("relais").val()).isEqualTo("5");
        assertThat(Jsoup.parse(editor.page(answers)).getElementById("relais").val())
                .isEqualTo("3");
        editor.post(answers, "version", "0", "forcer", "1", "type", "LOCAL", "relais", "5")
                .expectStatus()
                .isSeeOther();
        assertThat(Jsoup.parse(editor.page(answers)).getElementById("relais").val())
                .isEqualTo("5");
    }

    @Test
    void accusesNobodyOfASecondPress() {
        String answers = home + "/preparation/reponses";
        String[] typed = {"version", "0", "type", "LOCAL", "prevu", "60,5", "heures-1", "2,50", "semaines-1", "6"};
        editor.post(answers, typed).expectStatus().isSeeOther();
        editor.post(answers, typed).expectStatus().isSeeOther();
    }

    @Test
    void saysWhatIsMissingFirstAndNoFigureWithoutADiagnosis() {
        Document page = Jsoup.parse(editor.page(home + "/preparation"));
        assertThat(page.select(".gate")).hasSize(8);
        assertThat(page.select(".gate").get(0).hasClass("no")).isTrue();
        assertThat(page.text()).contains("Pas encore de diagnostic").doesNotContain("sur 100");
    }

    @Test
    void givesNothingOfANeighbour() {
        String theirs =
                "/espace/" + samples.association("Voisins " + UUID.randomUUID()).slug();
        Visitor neighbour = visitors.member(theirs.substring("/espace/".length()), "PRESIDENT");
        String page = theirs + home.substring(home.indexOf("/c/"));
        neighbour.get(page + "/preparation").expectStatus().isNotFound();
        neighbour.get(page + "/pieces").expectStatus().isNotFound();
        neighbour.post(page + "/preparation/reponses").expectStatus().isNotFound();
    }

    /** It is a state of preparation: nothing beside it may read as a forecast or a mark. */
    @Test
    void neverSpeaksOfLuckForecastOrMarks() {
        assertThat(Jsoup.parse(editor.page(home + "/preparation")).text().toLowerCase(Locale.FRENCH))
                .doesNotContainPattern("\\b(chances?|prédictions?|notes?)\\b");
    }
}
