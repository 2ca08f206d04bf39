package org.tremplin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.identity.People;
import org.tremplin.platform.TremplinSettings;

/**
 * Every page of the demonstration: nothing a machine can hold against it, nothing wider than its window, no complaint
 * of the browser. French and light on a phone; one page of each layout in the other language and theme on a desk.
 */
@Story(properties = "tremplin.demo.sample-data=true")
class EveryPageTest {

    private static final String RIVER = "/c/passe-a-poissons";
    private static final String GARDEN = "/c/un-puits-et-une-serre";
    private static final String SPORT = "/espace/etoile-sportive-de-saint-modele";

    @Autowired
    TremplinSettings settings;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    DatabaseClient database;

    @Test
    void isSoundForEverybody() {
        String gift = "/don/" + text("select token from donation.donation where state = 'SETTLED' order by id limit 1");
        List<String> pages = List.of(
                "/",
                "/?q=introuvable",
                RIVER,
                GARDEN,
                RIVER + "/don?montant=50",
                GARDEN + "/don",
                gift,
                "/a/les-jardins-du-coin",
                "/mentions",
                "/donnees",
                "/accessibilite",
                "/connexion",
                "/demo",
                "/demo/courrier",
                "/nulle-part");
        try (Visit phone = Visit.of(settings).phone().open("/")) {
            pages.forEach(page -> isSound(phone, page));
        }
    }

    @Test
    void isSoundForMembers() {
        String draft = SPORT + "/c/" + text("select id::text from campaign.campaign where state = 'DRAFT' limit 1");
        List<String> pages = List.of(
                "/espace",
                "/espace/nouvelle-association",
                "/compte",
                SPORT,
                SPORT + "/profil",
                SPORT + "/recus",
                SPORT + "/equipe",
                SPORT + "/dons",
                SPORT + "/dons?recus=true",
                SPORT + "/campagnes/nouvelle",
                draft + "/projet",
                draft + "/budget",
                draft + "/recit",
                draft + "/diffusion",
                draft + "/publication",
                draft + "/apercu");
        try (Visit phone = Visit.of(settings).phone().signedInAs(president()).open("/espace")) {
            pages.forEach(page -> isSound(phone, page));
        }
    }

    @Test
    void isSoundInTheOtherLanguageAndTheme() {
        try (Visit desk = Visit.of(settings).dark().open("/en")) {
            List.of("/en", "/en" + RIVER, "/en" + RIVER + "/don", "/en/connexion", "/en/nowhere")
                    .forEach(page -> isSound(desk, page));
            assertThat(desk.page().locator("html").getAttribute("lang")).isEqualTo("en");
        }
        try (Visit desk = Visit.of(settings).dark().signedInAs(president()).open("/espace")) {
            String draft = SPORT + "/c/" + text("select id::text from campaign.campaign where state = 'DRAFT' limit 1");
            List.of(SPORT, draft + "/budget").forEach(page -> isSound(desk, page));
        }
    }

    @Test
    void drawsThePicturesOfTheDocuments() {
        try (Visit desk = Visit.of(settings).open(RIVER)) {
            assertThat(desk.page().locator("h1").count()).isEqualTo(1);
            desk.picture("campagne");
        }
        try (Visit phone = Visit.of(settings).phone().open(RIVER + "/don?montant=50")) {
            assertThat(phone.page().locator("h1").count()).isEqualTo(1);
            phone.picture("don-telephone");
        }
    }

    private void isSound(Visit visit, String path) {
        int status = visit.go(path);
        Page page = visit.page();
        assertThat(status).as(path).isLessThan(500);
        assertThat(page.locator("h1").count()).as("one title on " + path).isEqualTo(1);
        assertThat(page.content()).as("texts of " + path).doesNotContain("??");
        visit.isAccessible();
        visit.fitsTheWindow();
    }

    private Visitor president() {
        return visitors.person(Objects.requireNonNull(
                        people.findByEmail("president@etoile.example").block())
                .id());
    }

    private String text(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).map(row -> row.get(0, String.class)).one().block());
    }
}
