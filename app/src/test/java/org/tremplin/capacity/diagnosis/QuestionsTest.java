package org.tremplin.capacity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Role;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Assessments;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;

/** The way through the questions: which are asked, in what order, where they lead, and what no answer takes away. */
@TestApplication
@Import(Samples.class)
class QuestionsTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Founding founding;

    @Autowired
    Samples samples;

    @Autowired
    Assessments assessments;

    private Association association;
    private Visitor treasurer;
    private String space;
    private String home;

    @BeforeEach
    void join() {
        association = samples.association("Les Questions " + UUID.randomUUID());
        treasurer = member(Role.TREASURER);
        space = "/espace/" + association.slug();
        home = space + "/diagnostic";
    }

    @Test
    void goesOnWithTheFormThatWasAnsweredLast() {
        begin("complet");
        answer("en-ligne", "A1", "2");
        conclude();
        Document page = page(home);
        assertThat(page.select("[name=forme][value=complet][checked]")).hasSize(1);
        assertThat(page.select("[name=forme][value=court][checked]")).isEmpty();
        assertThat(text(page)).contains("Vous avez répondu au complet", "Vos réponses restent");
    }

    @Test
    void turnsToTheShortFormOnlyWhenToldWhatThatTakesAway() {
        begin("complet");
        answer("en-ligne", "A1", "2");
        Document asked = Jsoup.parse(refused(treasurer.post(home, "forme", "court", "mediation", "France services")));
        assertThat(asked.select("#raccourcir")).hasSize(1);
        assertThat(asked.select("[name=forme][value=court][checked]")).hasSize(1);
        assertThat(asked.select("#mediation").attr("value")).isEqualTo("France services");
        assertThat(latest().express()).isFalse();
        treasurer
                .post(home, "forme", "court", "raccourcir", "on")
                .expectStatus()
                .isSeeOther();
        assertThat(latest().express()).isTrue();
        begin("complet");
        assertThat(latest().diagnosis().online().get(0).notches()).isEqualTo(2);
    }

    @Test
    void keepsAFullResultUntilSomebodyChoosesTheShortOneInItsPlace() {
        begin("complet");
        answer("en-ligne", "A1", "2");
        conclude();
        treasurer
                .post(home, "forme", "court", "raccourcir", "on")
                .expectStatus()
                .isSeeOther();
        assertThat(latest().express()).as("nothing is concluded yet").isFalse();
        Document open = page(home);
        assertThat(text(open)).contains("vient du complet");
        assertThat(open.select("#suite button.primary").text()).isEqualTo("Reprendre le complet");
        assertThat(open.select("[id=suite]")).hasSize(1);
        refused(treasurer.post(home + "/resultat"));
        treasurer
                .post(home + "/questions?partie=gouvernance", "vers", "resultat")
                .expectHeader()
                .location(home + "#encours");
        assertThat(latest().express()).isFalse();
        treasurer.post(home + "/resultat", "court", "on").expectStatus().isSeeOther();
        assertThat(latest().express()).isTrue();
    }

    @Test
    void leadsToThePartnersBeforeDuringAndAfter() {
        assertThat(links(home)).contains(space + "/partenaires");
        begin("complet");
        answer("en-ligne", "A1", "2");
        partner("Mairie");
        partner("École");
        conclude();
        assertThat(links(home))
                .contains(space + "/partenaires", space + "/partenaires/liens", space + "/partenaires/strategie");
        assertThat(links(home + "/resultat")).contains(space + "/partenaires", space + "/partenaires/strategie");
        assertThat(links(space + "/strategie")).contains(space + "/partenaires/strategie");
    }

    @Test
    void leadsFromAdviceOnPartnersToThePartners() {
        begin("complet");
        answer("en-ligne", "A1", "4", "A2", "4", "A3", "4", "A4", "4");
        partner("Mairie");
        conclude();
        Document result = page(home + "/resultat");
        assertThat(result.select(".rec:has(form input[value=R11]), .rec:has(form input[value=R12])"))
                .isNotEmpty()
                .allSatisfy(card -> assertThat(card.select("a[href='" + space + "/partenaires']"))
                        .hasSize(1));
    }

    @Test
    void asksForPartnersBeforeWhatIsLearntFromThem() {
        begin("court");
        assertThat(steps("logiciels")).containsSubsequence("logiciels", "partenaires", "gouvernance");
        assertThat(steps("profil")).doesNotContain("partenariats");
        treasurer
                .post(home + "/questions?partie=logiciels", "B1", "2")
                .expectHeader()
                .location(home + "/questions?partie=partenaires");
        String add = page(home + "/questions?partie=partenaires")
                .select("a[href*=nouveau]")
                .attr("href");
        assertThat(page(add).select("[name=suite]").attr("value")).isEqualTo("diagnostic");
        treasurer
                .post(
                        space + "/partenaires/nouveau",
                        "nom",
                        "Radio Plaine",
                        "type",
                        "MEDIA",
                        "portee",
                        "LOCAL",
                        "suite",
                        "diagnostic")
                .expectHeader()
                .location(home + "/questions?partie=partenaires");
        Document page = page(home + "/questions?partie=partenaires");
        assertThat(text(page)).contains("Un partenaire noté", "5 au plus", "Radio Plaine");
        assertThat(page.select("[name=alone]")).isEmpty();
        treasurer
                .post(home + "/questions?partie=partenaires")
                .expectHeader()
                .location(home + "/questions?partie=partenariats");
        assertThat(row(home, "partenaires")).contains("un partenaire noté");
    }

    @Test
    void asksNothingOfPartnersOfThoseWhoHaveNone() {
        begin("court");
        assertThat(row(home, "partenaires")).contains("pas encore de réponse");
        treasurer
                .post(home + "/questions?partie=partenaires", "alone", "on")
                .expectHeader()
                .location(home + "/questions?partie=gouvernance");
        assertThat(row(home, "partenaires")).contains("aucun partenaire");
        assertThat(page(home).select("a[href$=partie=partenariats]")).isEmpty();
        partner("Mairie");
        assertThat(page(home).select("a[href$=partie=partenariats]")).hasSize(1);
        assertThat(page(home + "/questions?partie=partenaires").select("[name=alone]"))
                .isEmpty();
    }

    @Test
    void makesTheResultWithTheLastButton() {
        begin("court");
        Document last = page(home + "/questions?partie=gouvernance");
        assertThat(last.select(".actions button.primary").attr("value")).isEqualTo("resultat");
        assertThat(last.select(".actions button.primary").text()).isEqualTo("Terminer et voir le résultat");
        treasurer
                .post(home + "/questions?partie=gouvernance", "G1", "1", "vers", "resultat")
                .expectHeader()
                .location(home + "/resultat");
        treasurer.get(home + "/resultat").expectStatus().isOk();
    }

    @Test
    void leavesTheResultToThoseWhoWrite() {
        begin("court");
        Visitor reader = member(Role.READER);
        Document last = Jsoup.parse(reader.page(home + "/questions?partie=gouvernance"));
        assertThat(last.select(".actions button.primary").text()).isEqualTo("Terminer");
        reader.post(home + "/questions?partie=gouvernance", "G1", "1", "vers", "resultat")
                .expectHeader()
                .location(home);
        assertThat(Jsoup.parse(reader.page(home + "/questions?partie=partenaires"))
                        .select("main a[href*=nouveau], [name=alone]"))
                .isEmpty();
    }

    @Test
    void countsTheTokensThatAreLeftWithoutAnError() {
        begin("complet");
        Document partly = Jsoup.parse(autosaved("energie", "ADV=4&COM=3"));
        assertThat(text(partly.selectFirst("#reste")))
                .contains("7 jetons placés sur 10", "il en reste 3", "Gardés une fois tous placés");
        assertThat(partly.select("[role=alert], .error")).isEmpty();
        assertThat(text(partly.selectFirst("#etat"))).isEqualTo("Il reste 3 jetons");
        assertThat(page(home + "/questions?partie=energie").select("#ADV").attr("value"))
                .isEmpty();
        Document whole = Jsoup.parse(autosaved("energie", "ADV=4&COM=6"));
        assertThat(text(whole.selectFirst("#etat"))).isEqualTo("Enregistré");
        Document moved = Jsoup.parse(autosaved("energie", "ADV=&COM=6"));
        assertThat(text(moved.selectFirst("#reste"))).contains("6 jetons placés");
        assertThat(page(home + "/questions?partie=energie").select("#ADV").attr("value"))
                .as("kept until all are placed again")
                .isEqualTo("4");
        Document refused = Jsoup.parse(refused(treasurer.post(home + "/questions?partie=energie", "COM", "6")));
        assertThat(refused.select("[role=alert]")).hasSize(1);
        assertThat(text(refused.selectFirst("#etat"))).isEqualTo("Pas enregistré");
    }

    @Test
    void asksSinceWhenItExistsAndItsFieldAndTakesThemAlong() {
        begin("complet");
        answer("profil", "founded", "2010", "field", "CULTURE", "territory", "RURAL", "volunteers", "DK", "P9", "1");
        conclude();
        String export = treasurer
                .get(home + "/export.json")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(export)
                .contains("\"founded\" : \"2010\"", "\"field\" : \"CULTURE\"", "\"territory\" : \"RURAL\"")
                .contains("\"volunteers\" : null");
    }

    @Test
    void printsWhatATypistNeedsOfEachPartner() {
        Document full = page(home + "/papier?forme=complet");
        assertThat(full.select("table.boxes").first().select("tbody tr")).hasSize(15);
        assertThat(text(full)).contains("1 Association", "8 Autre", "1 tout près", "V Visibilité");
        assertThat(full.select("table.pairgrid td")).hasSize(1 + 28);
        Document brief = page(home + "/papier");
        assertThat(brief.select("table.boxes tbody tr")).hasSize(5);
        assertThat(brief.select("table.pairgrid")).isEmpty();
    }

    @Test
    void leadsFromAPaperToWhatIsSaidOnceOfTheAssociation() {
        begin("complet");
        treasurer.post(home + "/feuilles", "role", "bénévole").expectStatus().isSeeOther();
        for (String part : List.of("profil", "partenaires", "energie")) {
            assertThat(page(home + "/questions?partie=" + part + "&feuille=1")
                            .select(".note a")
                            .attr("href"))
                    .isEqualTo(home + "/questions?partie=" + part);
        }
    }

    private Visitor member(Role role) {
        Person person = people.welcome(role + "@" + UUID.randomUUID() + ".example", "Samia Essai", "fr")
                .block();
        founding.join(association.id(), person.id(), role, null).block();
        return visitors.person(person.id());
    }

    private Assessed latest() {
        return assessments.latest(association.id()).block().orElseThrow();
    }

    private void begin(String form) {
        treasurer.post(home, "forme", form).expectStatus().isSeeOther();
    }

    private void answer(String part, String... fields) {
        treasurer
                .post(home + "/questions?partie=" + part, fields)
                .expectStatus()
                .isSeeOther();
    }

    private void partner(String name) {
        treasurer
                .post(space + "/partenaires/nouveau", "nom", name, "type", "PUBLIC", "portee", "LOCAL")
                .expectHeader()
                .location(space + "/partenaires");
    }

    private void conclude() {
        treasurer.post(home + "/resultat").expectHeader().location(home + "/resultat");
    }

    private String autosaved(String part, String body) {
        return String.valueOf(treasurer
                .web()
                .post()
                .uri(home + "/questions?partie=" + part)
                .header("X-Autosave", "1")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(body + "&_csrf=" + Visitor.csrfField())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private Document page(String address) {
        return Jsoup.parse(treasurer.page(address));
    }

    private List<String> links(String address) {
        return page(address).select("main a").eachAttr("href");
    }

    private List<String> steps(String part) {
        return page(home + "/questions?partie=" + part).select(".steps li").stream()
                .map(step -> step.select("a").isEmpty()
                        ? part
                        : step.select("a").attr("href").replaceAll(".*partie=", ""))
                .toList();
    }

    private String row(String address, String part) {
        return text(page(address).selectFirst("a[href$=partie=" + part + "]"));
    }

    private static String text(Element element) {
        return element.text().replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    private static String refused(WebTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
