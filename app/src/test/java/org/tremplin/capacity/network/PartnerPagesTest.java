package org.tremplin.capacity.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;

@TestApplication
@Import(Samples.class)
class PartnerPagesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Samples samples;

    @Autowired
    Partners partners;

    private Association association;
    private String home;
    private Visitor editor;

    @BeforeEach
    void found() {
        association = samples.association("Essais " + UUID.randomUUID());
        home = "/espace/" + association.slug() + "/partenaires";
        editor = visitors.member(association.slug(), "EDITOR");
    }

    @Test
    void asksForFiveAndSaysWhatItCannotReadYet() {
        assertThat(page("")).contains("Commencez par les 5", "Aucun partenaire");
        add("Mairie de Valmorin", "PUBLIC", "MONTHLY");
        assertThat(page("")).contains("1 sur 5", "il en reste 4", "Mairie de Valmorin", "au moins trois");
    }

    @Test
    void keepsWhatWasTypedBesideEachProblem() {
        Document page = Jsoup.parse(editor.post(home + "/nouveau", "nom", "", "type", "PUBLIC", "apporte-VIS", "on")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(page.select("#e-nom, #e-portee")).hasSize(2);
        assertThat(page.select("option[value=PUBLIC][selected], input[name=apporte-VIS][checked]"))
                .hasSize(2);
    }

    @Test
    void changesAPartnerAndTakesItBackAfterARemoval() {
        add("Mairie", "PUBLIC", "MONTHLY");
        String one = home + "/" + ids().get(0);
        editor.post(one, "version", "1", "nom", "Mairie de Valmorin", "type", "PUBLIC", "portee", "LOCAL")
                .expectStatus()
                .isSeeOther();
        assertThat(page("")).contains("Mairie de Valmorin");
        editor.post(one + "/retrait").expectStatus().isSeeOther();
        assertThat(page("")).doesNotContain("Mairie de Valmorin");
        assertThat(page("?retire=" + one.substring(one.lastIndexOf('/') + 1)))
                .contains("Mairie de Valmorin n’est plus dans la liste");
        editor.post(one + "/retour").expectStatus().isSeeOther();
        editor.post(one + "/retour").expectStatus().isSeeOther();
        assertThat(page("")).contains("Mairie de Valmorin");
    }

    @Test
    void accusesNobodyOfASecondPress() {
        add("Mairie", "PUBLIC", "MONTHLY");
        String one = home + "/" + ids().get(0);
        String[] partner = {"version", "1", "nom", "Mairie", "type", "PUBLIC", "portee", "LOCAL", "apporte-VIS", "on"};
        editor.post(one, partner).expectStatus().isSeeOther();
        editor.post(one, partner).expectStatus().isSeeOther();
        editor.post(one, "version", "1", "nom", "Mairie", "type", "PUBLIC", "portee", "LOCAL")
                .expectStatus()
                .isEqualTo(409);
        String[] weighing = {"version", "1", "gain", "Une salle", "temps", "SOME"};
        editor.post(one + "/bilan", weighing).expectStatus().isSeeOther();
        editor.post(one + "/bilan", weighing).expectStatus().isSeeOther();
        editor.post(one + "/bilan", "version", "1", "gain", "Une cour", "temps", "SOME")
                .expectStatus()
                .isEqualTo(409);
        editor.post(one + "/retrait").expectStatus().isSeeOther();
        editor.post(one, partner).expectStatus().isEqualTo(409);
        editor.post(one + "/bilan", weighing).expectStatus().isEqualTo(409);
    }

    @Test
    void asksForPairsOnePartnerAtATime() {
        add("Mairie", "PUBLIC", "MONTHLY");
        add("École", "EDUCATION", "MONTHLY");
        add("Média", "MEDIA", "RARE");
        List<UUID> ids = ids();
        Document first = Jsoup.parse(editor.page(home + "/liens"));
        assertThat(first.select("fieldset.pair")).hasSize(2);
        editor.post(
                        home + "/liens",
                        "pour",
                        ids.get(0).toString(),
                        "avec-" + ids.get(1),
                        "YES",
                        "avec-" + ids.get(2),
                        "UNKNOWN")
                .expectHeader()
                .valueEquals("Location", home + "/liens?pour=" + ids.get(1) + "#question");
        editor.post(home + "/liens", "pour", ids.get(1).toString(), "avec-" + ids.get(2), "NO")
                .expectHeader()
                .valueEquals("Location", home + "#reseau");
        assertThat(page("")).contains("1 paire sur 2 connues");
    }

    @Test
    void leadsFromThePairsThatAreAskedToThoseStillMissing() {
        for (int at = 1; at <= 11; at++) {
            add("Partenaire " + at, "PUBLIC", at <= 8 ? "MONTHLY" : "RARE");
        }
        assertThat(page("/liens")).contains("Ces 28 paires ne suffiront pas", "il en faut 33 connues sur 55");
        List<UUID> ids = ids();
        for (int one = 0; one < 7; one++) {
            List<String> fields = new ArrayList<>(List.of("pour", ids.get(one).toString()));
            for (int other = one + 1; other < 8; other++) {
                fields.addAll(List.of("avec-" + ids.get(other), "NO"));
            }
            String next = one < 6 ? "/liens?pour=" + ids.get(one + 1) + "#question" : "/liens#manque";
            editor.post(home + "/liens", fields.toArray(String[]::new))
                    .expectHeader()
                    .valueEquals("Location", home + next);
        }
        Document page = Jsoup.parse(editor.page(home + "/liens"));
        assertThat(page.select("#manque").text()).contains("Il manque 5 paires");
        assertThat(page.select("main .primary").eachAttr("href")).containsExactly(home + "/liens?tous=true#question");
    }

    @Test
    void comesBackToThePartnerThatWasWeighed() {
        add("Mairie", "PUBLIC", "MONTHLY");
        UUID id = ids().get(0);
        editor.post(home + "/" + id + "/bilan", "version", "1", "gain", "Une salle")
                .expectHeader()
                .valueEquals("Location", home + "/strategie#p-" + id);
        assertThat(Jsoup.parse(editor.page(home + "/strategie")).select("#p-" + id + "[tabindex=-1]"))
                .hasSize(1);
    }

    @Test
    void ignoresPairsOfPartnersItDoesNotKnow() {
        add("Mairie", "PUBLIC", "MONTHLY");
        String foreign = UUID.randomUUID().toString();
        editor.post(home + "/liens", "pour", foreign, "avec-" + ids().get(0), "YES")
                .expectStatus()
                .isSeeOther();
        assertThat(partners.circle(association.id()).block().answers()).isEmpty();
    }

    @Test
    void tiesNobodyToThemselvesAndSaysSo() {
        add("Mairie", "PUBLIC", "MONTHLY");
        add("École", "EDUCATION", "MONTHLY");
        UUID own = ids().get(0);
        assertThat(editor.post(
                                home + "/liens",
                                "pour",
                                own.toString(),
                                "avec-" + own,
                                "YES",
                                "avec-" + ids().get(1),
                                "YES")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("Un partenaire n’a pas de lien avec lui-même");
        assertThat(partners.circle(association.id()).block().answers()).isEmpty();
    }

    @Test
    void saysOnOnePageWhatEachPartnershipIsWorth() {
        add("=Mairie", "PUBLIC", "MONTHLY");
        String one = home + "/" + ids().get(0) + "/bilan";
        editor.post(one, "gain", "Une salle", "revoir", "2001-01-01")
                .expectStatus()
                .isEqualTo(422);
        editor.post(
                        one,
                        "version",
                        "1",
                        "gain",
                        "Une salle",
                        "temps",
                        "SOME",
                        "dependance",
                        "MUCH",
                        "decision",
                        "KEEP",
                        "remplacant",
                        "La paroisse")
                .expectStatus()
                .isSeeOther();
        assertThat(page("/strategie"))
                .contains("Garder", "Une salle", "La paroisse", "Un seul partenaire vous apporte ceci")
                .contains("Personne ne vous apporte ceci");
        assertThat(editor.page(home + "/partenaires.csv"))
                .startsWith("\uFEFFPartenaire;")
                .contains("'=Mairie;Collectivité ou administration;tout près;")
                .contains(";garder;La paroisse;");
    }

    @Test
    void tellsWhoeverChangesAPartnerSecondWhatTheFirstWrote() {
        add("Mairie", "PUBLIC", "MONTHLY");
        String one = home + "/" + ids().get(0);
        assertThat(Jsoup.parse(editor.page(one)).select("input[name=version]").val())
                .isEqualTo("1");
        editor.post(one, "version", "1", "nom", "Mairie de Valmorin", "type", "PUBLIC", "portee", "LOCAL")
                .expectStatus()
                .isSeeOther();
        Document late = conflict(
                editor.post(one, "version", "1", "nom", "Ville de Valmorin", "type", "PUBLIC", "portee", "LOCAL"));
        assertThat(late.select(".note.warn").text()).contains("Mairie de Valmorin");
        assertThat(late.select("#nom").val()).isEqualTo("Ville de Valmorin");
        String seen = late.select("button[name=forcer]").val();
        editor.post(
                        one,
                        "version",
                        "1",
                        "forcer",
                        seen,
                        "nom",
                        "Ville de Valmorin",
                        "type",
                        "PUBLIC",
                        "portee",
                        "LOCAL")
                .expectStatus()
                .isSeeOther();
        assertThat(page("")).contains("Ville de Valmorin");
    }

    @Test
    void tellsWhoeverWeighsAPartnerSecondWhatTheFirstWrote() {
        add("Mairie", "PUBLIC", "MONTHLY");
        String one = home + "/" + ids().get(0) + "/bilan";
        editor.post(one, "version", "1", "gain", "Une salle").expectStatus().isSeeOther();
        Document late = conflict(editor.post(one, "version", "1", "gain", "Un stand"));
        assertThat(late.select(".note.warn").text()).contains("Une salle");
        assertThat(late.select("#gain").text()).isEqualTo("Un stand");
        editor.post(one, "version", "2", "gain", "Un stand").expectStatus().isSeeOther();
        assertThat(page("/strategie")).contains("Un stand");
    }

    @Test
    void keepsTheWeighingOfAPartnerThatIsRemovedMeanwhileAndPutsItBack() {
        add("Mairie", "PUBLIC", "MONTHLY");
        String one = home + "/" + ids().get(0);
        editor.post(one + "/retrait").expectStatus().isSeeOther();
        Document late = conflict(editor.post(one + "/bilan", "version", "1", "gain", "Une salle"));
        assertThat(late.text()).contains("a retiré ce partenaire", "Remettre");
        assertThat(late.select("#gain").text()).isEqualTo("Une salle");
        assertThat(page("")).doesNotContain("Mairie");
        editor.post(one + "/bilan", "version", "1", "gain", "Une salle", "remettre", "on")
                .expectStatus()
                .isSeeOther();
        assertThat(page("/strategie")).contains("Mairie", "Une salle");
    }

    @Test
    void showsReadersTheListAndLetsThemChangeNothing() {
        add("Mairie", "PUBLIC", "MONTHLY");
        Visitor reader = visitors.member(association.slug(), "READER");
        Document page = Jsoup.parse(reader.page(home));
        assertThat(page.text()).contains("Mairie");
        assertThat(page.select("main a[href$=nouveau], main form")).isEmpty();
        reader.get(home + "/nouveau").expectStatus().isForbidden();
        reader.get(home + "/partenaires.csv").expectStatus().isForbidden();
        visitors.stranger().get(home).expectStatus().isForbidden();
    }

    private static Document conflict(WebTestClient.ResponseSpec answer) {
        return Jsoup.parse(answer.expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private void add(String name, String type, String rhythm) {
        editor.post(
                        home + "/nouveau",
                        "nom",
                        name,
                        "type",
                        type,
                        "portee",
                        "LOCAL",
                        "apporte-VIS",
                        "on",
                        "rythme",
                        rhythm)
                .expectStatus()
                .isSeeOther();
    }

    private String page(String below) {
        return Jsoup.parse(editor.page(home + below))
                .text()
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ');
    }

    private List<UUID> ids() {
        return partners.all(association.id())
                .map(NamedPartner::id)
                .collectList()
                .block();
    }
}
