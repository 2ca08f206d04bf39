package org.tremplin.association.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.identity.People;

/** A volunteer creates an association and keeps its profile. */
@TestApplication
class ProfileTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Associations associations;

    @Autowired
    DatabaseClient database;

    private Visitor amina;

    @BeforeEach
    void signIn() {
        String email = "amina@" + UUID.randomUUID() + ".example";
        amina = visitors.person(
                people.welcome(email, "Amina Essai", "fr").block().id());
    }

    @Test
    void makesItsCreatorPresident() {
        String slug = create("Les Essais Verts");
        assertThat(slug).isEqualTo("les-essais-verts");
        assertThat(amina.page("/espace")).contains("Les Essais Verts", "Présidence");
        assertThat(amina.page("/espace/les-essais-verts/profil")).contains("LES ESSAIS VERTS");
    }

    @Test
    void keepsWhatWasTypedWhenANumberIsWrong() {
        String page = body(amina.post(
                "/espace/nouvelle-association",
                "nom",
                "Les Mal Comptés",
                "objet",
                "Compter <b>mal</b> mais ensemble",
                "rue",
                "1 rue",
                "codePostal",
                "69008",
                "ville",
                "Valmorin",
                "siren",
                "404833047"));
        assertThat(page)
                .contains("Les Mal Comptés", "Compter &lt;b&gt;mal&lt;/b&gt; mais ensemble", "404833047", "e-siren");
    }

    @Test
    void proposesTheNextAddressWhenTheNameIsTaken() {
        assertThat(create("Les Doubles")).isEqualTo("les-doubles");
        assertThat(create("Les Doubles")).isEqualTo("les-doubles-2");
    }

    @Test
    void leadsFromTheOldAddressToTheNew() {
        create("Les Anciens");
        amina.post("/espace/les-anciens/adresse", "adresse", "les-nouveaux")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/espace/les-nouveaux/profil?fait=1");
        assertThat(associations.slugAfter("les-anciens").block()).isEqualTo("les-nouveaux");
        assertThat(associations.findBySlug("les-anciens").block()).isNull();
    }

    @Test
    void neverGivesAnAddressAgain() {
        create("Les Partis");
        amina.post("/espace/les-partis/adresse", "adresse", "partis-plus-loin")
                .expectStatus()
                .isSeeOther();
        assertThat(create("Les Partis")).isEqualTo("les-partis-2");
        String page = body(amina.post("/espace/les-partis-2/adresse", "adresse", "les-partis"));
        assertThat(page).contains("les-partis-3");
    }

    @Test
    void mayGoBackToAnAddressItHad() {
        create("Les Indécis");
        amina.post("/espace/les-indecis/adresse", "adresse", "les-decides")
                .expectStatus()
                .isSeeOther();
        amina.post("/espace/les-decides/adresse", "adresse", "les-indecis")
                .expectStatus()
                .isSeeOther();
        assertThat(associations.slugAfter("les-decides").block()).isEqualTo("les-indecis");
    }

    @Test
    void changesWhatTheBankStatementReads() {
        create("Les Relevés");
        amina.post(
                        "/espace/les-releves/profil",
                        "nom",
                        "Les Relevés",
                        "objet",
                        "Relever ce qui est tombé",
                        "rue",
                        "1 rue",
                        "codePostal",
                        "97400",
                        "ville",
                        "Saint-Modèle",
                        "rna",
                        "W9R1001234",
                        "releve",
                        "ASSO RELEVES")
                .expectStatus()
                .isSeeOther();
        Association changed = associations.findBySlug("les-releves").block();
        assertThat(changed.statement()).isEqualTo("ASSO RELEVES");
        assertThat(amina.page("/espace/les-releves/profil")).contains("contient des lettres");
    }

    @Test
    void declaresItsRightToReceiptsAndTakesItBack() {
        create("Les Généreux");
        amina.post("/espace/les-genereux/recus", "fondement", "Intérêt général, article 200 du CGI")
                .expectStatus()
                .isEqualTo(422);
        amina.post("/espace/les-genereux/recus", "fondement", "Intérêt général, article 200 du CGI", "conditions", "on")
                .expectStatus()
                .isSeeOther();
        assertThat(associations.findBySlug("les-genereux").block().receipts().declared())
                .isTrue();
        amina.post("/espace/les-genereux/recus", "fondement", "").expectStatus().isSeeOther();
        assertThat(associations.findBySlug("les-genereux").block().receipts().declared())
                .isFalse();
    }

    @Test
    void tellsTheDepartmentOfCorsicaAndOverseas() {
        assertThat(departmentOf("20000")).isEqualTo("2A");
        assertThat(departmentOf("20137")).isEqualTo("2A");
        assertThat(departmentOf("20600")).isEqualTo("2B");
        assertThat(departmentOf("97410")).isEqualTo("974");
        assertThat(departmentOf("98800")).isEqualTo("988");
        assertThat(departmentOf("01000")).isEqualTo("01");
    }

    private String departmentOf(String postalCode) {
        String slug = create("Département " + postalCode);
        database.sql("update association.association set postal_code = :code where slug = :slug")
                .bind("code", postalCode)
                .bind("slug", slug)
                .then()
                .block();
        return database.sql("select department from association.public_association where slug = :slug")
                .bind("slug", slug)
                .map(row -> row.get("department", String.class))
                .one()
                .block();
    }

    private String create(String name) {
        String location = Visitor.next(amina.post(
                        "/espace/nouvelle-association",
                        "nom",
                        name,
                        "objet",
                        "Essayer ensemble, en vrai",
                        "rue",
                        "1 rue des Essais",
                        "codePostal",
                        "69008",
                        "ville",
                        "Valmorin",
                        "rna",
                        "W751212517"))
                .getPath();
        return location.substring("/espace/".length());
    }

    private static String body(org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
