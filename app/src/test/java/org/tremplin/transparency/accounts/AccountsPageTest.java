package org.tremplin.transparency.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;

/** What the treasurer takes to the accountant. */
@TestApplication
@Import(Samples.class)
class AccountsPageTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Pump pump;

    @Autowired
    TestClock clock;

    private Association association;
    private PublishedCampaign campaign;
    private Visitor president;
    private String home;

    @BeforeEach
    void giftOfNovember() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "jardin-" + UUID.randomUUID().toString().substring(0, 8));
        president = samples.president(association);
        home = "/espace/" + association.slug() + "/comptabilite";
        give();
    }

    @Test
    void writesTheBooksWithTheirAnalyticAxesAndWithoutAName() {
        String csv = president.page(home + "/ecritures.csv?de=2026-11&a=2026-11");
        assertThat(csv)
                .startsWith("\uFEFFJournalCode;")
                .contains("75411;Dons manuels")
                .contains(";" + campaign.campaign().slug() + ";;P1.2.a;oui")
                .doesNotContain("Marie", "Curie", "@");
        String fec = president.page(home + "/ecritures.txt?de=2026-11&a=2026-11");
        assertThat(fec.lines()).hasSize(5).allMatch(line -> line.split("\t", -1).length == 18);
    }

    @Test
    void closesAMonthThatIsOver() {
        assertThat(president.page(home)).contains("Aucun mois n’est clôturé").doesNotContain("Clôturer jusqu’à");
        assertThat(location(president.get(home + "/clotures?mois=2026-11")))
                .as("it is not over")
                .isEqualTo(home);
        clock.pass(Duration.ofDays(20));
        assertThat(president.page(home)).contains("Clôturer jusqu’à novembre 2026");
        assertThat(president.page(home + "/clotures?mois=2026-11")).contains("ne se défait pas");
        assertThat(location(president.post(home + "/clotures", "mois", "2026-11")))
                .isEqualTo(home);
        assertThat(president.page(home)).contains("Clôturé jusqu’à novembre 2026.");
    }

    @Test
    void takesTheNumbersOfTheAssociationsOwnSoftware() {
        String accounts = home + "/comptes";
        president
                .post(
                        accounts,
                        "numero-5115",
                        "511200",
                        "libelle-5115",
                        "Carte",
                        "numero-75411",
                        "75",
                        "libelle-75411",
                        "=1+1",
                        "numero-627",
                        "627",
                        "libelle-627",
                        "Banque")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .value(page -> assertThat(page)
                        .contains("2 points à corriger", "511200", "=1+1")
                        .contains("#numero-75411", "#libelle-75411"));
        assertThat(location(president.post(
                        accounts,
                        "numero-5115",
                        "511200",
                        "libelle-5115",
                        "Carte",
                        "numero-75411",
                        "754110",
                        "libelle-75411",
                        "Dons",
                        "numero-627",
                        "627",
                        "libelle-627",
                        "Banque")))
                .isEqualTo(home);
        assertThat(president.page(home + "/ecritures.csv?de=2026-11&a=2026-11"))
                .contains("511200;Carte", "754110;Dons");
    }

    @Test
    void refusesMonthsThatAreNone() {
        for (String span :
                new String[] {"de=2026-13&a=2026-11", "de=x&a=y", "de=2026-11&a=2026-01", "de=1900-01&a=2026-01"}) {
            president.get(home + "/ecritures.csv?" + span).expectStatus().isBadRequest();
        }
        president.get(home + "/clotures?mois=mars").expectStatus().isBadRequest();
        president.post(home + "/clotures", "mois", "mars").expectStatus().isBadRequest();
    }

    @Test
    void isNotForEverybody() {
        visitors.member(association.slug(), "READER").get(home).expectStatus().isForbidden();
        Visitor accountant = visitors.member(association.slug(), "ACCOUNTANT");
        assertThat(accountant.page(home)).doesNotContain("/comptes");
        accountant.post(home + "/clotures", "mois", "2026-11").expectStatus().isForbidden();
    }

    private static String location(WebTestClient.ResponseSpec answer) {
        return Visitor.next(answer).toString();
    }

    private void give() {
        Visitor donor = visitors.anonymous();
        String bank = location(donor.post(
                "/c/" + campaign.campaign().slug() + "/don",
                "montant",
                "50",
                "email",
                "donne@exemple.example",
                "prenom",
                "Marie",
                "nom",
                "Curie",
                "cle",
                UUID.randomUUID().toString()));
        donor.post(URI.create(bank).getPath(), "issue", "PAID").expectStatus().isSeeOther();
        pump.drain().block();
    }
}
