package org.tremplin.capacity.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestApplication;
import org.tremplin.Visitors;

@TestApplication
class DirectoryTest {

    @Autowired
    Visitors visitors;

    @Autowired
    DatabaseClient database;

    @AfterEach
    void forget() {
        database.sql("delete from capacity.helper").then().block();
    }

    @Test
    void showsWhatTheOperatorAddsWhereItHelps() {
        add("Maison des associations de Modèle", "71", "https://maison.example", "2024-01-15");
        String near = visitors.anonymous().page("/ressources/aides?lieu=71&besoin=EQUIPMENT");
        assertThat(near).contains("Maison des associations de Modèle", "À vérifier", "janvier 2024", "Saône-et-Loire");
        assertThat(visitors.anonymous().page("/ressources/aides?lieu=69")).doesNotContain("Maison des associations de");
    }

    @Test
    void correctsAShippedOneAndPutsItBack() {
        visitors.operator().post("/admin/aides/pix/retrait").expectStatus().isSeeOther();
        assertThat(visitors.anonymous().page("/ressources/aides")).doesNotContain("https://pix.fr");
        visitors.operator().post("/admin/aides/pix/reprise").expectStatus().isSeeOther();
        assertThat(visitors.anonymous().page("/ressources/aides")).containsOnlyOnce("href=\"https://pix.fr\"");
        assertThat(visitors.operator().page("/admin/aides/pix")).contains("https://pix.fr");
    }

    @Test
    void keepsWhatWasTypedWhereSomethingIsWrong() {
        visitors.operator()
                .post("/admin/aides/nouvelle", "nom", "Un lieu précieux", "lien", "ftp://x", "relu", "hier")
                .expectStatus()
                .isEqualTo(422);
        assertThat(visitors.anonymous().page("/ressources/aides")).doesNotContain("Un lieu précieux");
    }

    @Test
    void namesEachFieldThatIsEmpty() {
        String page = visitors.operator()
                .post("/admin/aides/nouvelle", "nom", "", "texte", "")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(Jsoup.parse(page)
                        .select(".fix a[href=#nom], .fix a[href=#texte]")
                        .eachText())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void isChangedByTheOperatorOnly() {
        visitors.anonymous().get("/admin/aides").expectStatus().is3xxRedirection();
        visitors.anonymous().post("/admin/aides/pix/retrait").expectStatus().is4xxClientError();
        assertThat(visitors.anonymous().page("/ressources/aides")).contains("https://pix.fr");
    }

    @Test
    void leadsFromASheetAndFromACardToThoseWhoHelp() {
        assertThat(visitors.anonymous().page("/ressources/premier-cercle"))
                .contains("/ressources/aides?fiche=premier-cercle");
        assertThat(visitors.anonymous().page("/methode")).contains("/ressources/aides?conseil=R03");
        assertThat(visitors.anonymous().page("/en/ressources/aides?conseil=R24"))
                .contains("Solidatech")
                .doesNotContain("info-dla");
    }

    private void add(String name, String place, String link, String checked) {
        visitors.operator()
                .post(
                        "/admin/aides/nouvelle",
                        "nom",
                        name,
                        "texte",
                        "Des salles et du matériel.",
                        "lien",
                        link,
                        "genre",
                        "HOUSE",
                        "lieu",
                        place,
                        "besoin-EQUIPMENT",
                        "on",
                        "relu",
                        checked)
                .expectStatus()
                .isSeeOther();
    }
}
