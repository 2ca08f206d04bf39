package org.tremplin.campaign.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.capacity.Diagnosing;
import org.tremplin.capacity.diagnosis.Gardens;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;

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

    @Autowired
    Diagnosing diagnosing;

    @Autowired
    People people;

    @Autowired
    Founding founding;

    private Association association;
    private Visitor editor;
    private String home;

    @BeforeEach
    void draft() {
        association = samples.association("Les Relais " + UUID.randomUUID());
        CampaignId id = design.create(association.id(), "relais-" + UUID.randomUUID(), samples.plan("Un relais"))
                .block();
        home = "/espace/" + association.slug() + "/c/" + id.value();
        editor = member(Role.EDITOR);
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

    /** Each lever has a name of its own, and leads to the very thing that it speaks of. */
    @Test
    void leadsFromEachLeverToWhatItSpeaksOf() {
        answerAll();
        conclude();
        editor.post(
                        answers(),
                        "type",
                        "LOCAL",
                        "P1",
                        "SHARED",
                        "P2",
                        "SHARED",
                        "P3",
                        "SHARED",
                        "P4",
                        "SHARED",
                        "P5",
                        "SHARED",
                        "P6",
                        "SHARED",
                        "relais",
                        "0",
                        "heures-1",
                        "80",
                        "semaines-1",
                        "20",
                        "cout",
                        "0",
                        "prevu",
                        "0",
                        "promis",
                        "0")
                .expectStatus()
                .isSeeOther();
        Elements levers = Jsoup.parse(editor.page(home + "/preparation")).select(".levers a");
        assertThat(levers).hasSizeGreaterThan(1);
        assertThat(levers.eachText()).doesNotHaveDuplicates().noneMatch(text -> text.startsWith("Y aller"));
        assertThat(levers.eachAttr("href"))
                .anyMatch(to -> to.endsWith("/preparation/reponses#committed"))
                .anyMatch(to -> to.contains("/diagnostic/questions?partie="));
        for (String href : levers.eachAttr("href")) {
            String[] place = href.split("#");
            if (place[0].contains("/diagnostic/questions")) {
                reopened(place[0]);
            }
            assertThat(Jsoup.parse(editor.page(place[0])).getElementById(place[1]))
                    .as(href)
                    .isNotNull();
        }
    }

    /** A concluded diagnosis is not answered: the page says how to change an answer, and comes back to the part. */
    private void reopened(String questions) {
        String part = questions.replaceFirst(".*=", "");
        String diagnosis = "/espace/" + association.slug() + "/diagnostic";
        editor.get(questions)
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location(diagnosis + "?partie=" + part + "#rouvrir");
        Document page = Jsoup.parse(editor.page(diagnosis + "?partie=" + part));
        assertThat(page.select("#rouvrir").text()).contains("il garde toutes vos réponses");
        Elements fields = page.select("#rouvrir input[type=hidden]:not([name=_csrf])");
        editor.post(
                        diagnosis,
                        fields.stream()
                                .flatMap(one -> Stream.of(one.attr("name"), one.attr("value")))
                                .toArray(String[]::new))
                .expectHeader()
                .location(questions);
    }

    @Test
    void tellsWhoMayNotReopenADiagnosisWhoMay() {
        answerAll();
        conclude();
        Visitor reader = member(Role.READER);
        Document page = Jsoup.parse(reader.page("/espace/" + association.slug() + "/diagnostic?partie=gouvernance"));
        assertThat(page.select("#rouvrir").text()).contains("Demandez à votre présidence");
        assertThat(page.select("#rouvrir form")).isEmpty();
    }

    /** Every step of every answer, as the questions offer them. */
    private void answerAll() {
        String diagnosis = "/espace/" + association.slug() + "/diagnostic";
        editor.post(diagnosis, "forme", "complet").expectStatus().isSeeOther();
        for (String part : List.of("profil", "en-ligne", "logiciels", "gouvernance")) {
            String questions = diagnosis + "/questions?partie=" + part;
            Document page = Jsoup.parse(editor.page(questions));
            editor.post(
                            questions,
                            page.select("main input[type=radio]").eachAttr("name").stream()
                                    .distinct()
                                    .flatMap(name -> Stream.of(
                                            name,
                                            page.select("input[name=" + name + "]")
                                                    .get(1)
                                                    .val()))
                                    .toArray(String[]::new))
                    .expectStatus()
                    .isSeeOther();
        }
        editor.post(diagnosis + "/questions?partie=energie", "COM", "10")
                .expectStatus()
                .isSeeOther();
    }

    private void conclude() {
        editor.post("/espace/" + association.slug() + "/diagnostic/resultat")
                .expectStatus()
                .isSeeOther();
    }

    private Visitor member(Role role) {
        Person person = people.welcome(UUID.randomUUID() + "@relais.example", "Samia Essai", "fr")
                .block();
        founding.join(association.id(), person.id(), role, null).block();
        return visitors.person(person.id());
    }

    private String answers() {
        return home + "/preparation/reponses";
    }

    @Test
    void showsTheThreeCardsThatItsGatesAndAnswersCallFor() {
        diagnose();
        assertThat(Jsoup.parse(editor.page(home + "/preparation"))
                        .select("#conseils")
                        .text())
                .isEqualTo("Trois pas pour cette campagne");
        editor.post(
                        home + "/preparation/reponses",
                        "type",
                        "LOCAL",
                        "relais",
                        "0",
                        "promis",
                        "0",
                        "P4",
                        "NOT_IN_PLACE",
                        "P5",
                        "NOT_IN_PLACE")
                .expectStatus()
                .isSeeOther();
        Document page = Jsoup.parse(editor.page(home + "/preparation"));
        List<String> cards = page.select(".recs .rec").eachAttr("id");
        assertThat(cards).hasSize(3).startsWith("R28", "R21");
        Element gate = page.getElementById("R28");
        assertThat(gate.text()).contains("Une pièce manque", "Pourquoi", "Qui peut aider", "Effort");
        assertThat(gate.select("a[href^=/ressources/]").eachAttr("href"))
                .contains("/ressources/decision-du-bureau")
                .noneMatch(address -> address.startsWith("/ressources/aides"));
        assertThat(page.select(".rec").eachText())
                .anyMatch(card -> card.contains("Demander un oui daté"))
                .anyMatch(card -> card.contains("Réunir un premier cercle"))
                .anyMatch(card -> card.contains("Poser un calendrier"));
    }

    @Test
    void keepsWhatIsSaidOfACardHereAsOnTheResult() {
        diagnose();
        String diagnosis = home.substring(0, home.indexOf("/c/")) + "/diagnostic";
        editor.post(
                        diagnosis + "/conseils",
                        "conseil",
                        "R21",
                        "dit",
                        "non",
                        "campagne",
                        home.substring(home.lastIndexOf('/') + 1))
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location(home + "/preparation?conseil=R21#conseils");
        Document page = Jsoup.parse(editor.page(home + "/preparation?conseil=R21"));
        assertThat(page.select(".recs .rec").eachAttr("id")).hasSize(3).doesNotContain("R21");
        assertThat(page.select("#conseils[tabindex=-1]")).hasSize(1);
        assertThat(page.select("#dit[role=status]").text()).contains("pas pour vous", "Remettre");
        assertThat(Jsoup.parse(editor.page(diagnosis + "/resultat"))
                        .select(".recs .rec")
                        .eachAttr("id"))
                .doesNotContain("R21");
    }

    @Test
    void tellsNoObstacleToThoseWhoOnlyRead() {
        diagnose();
        Visitor reader = visitors.member(association.slug(), "READER");
        Document page = Jsoup.parse(reader.page(home + "/preparation?conseil=R21"));
        assertThat(page.select(".recs .rec").eachAttr("id")).hasSize(3).doesNotContain("R21");
        assertThat(page.select("#dit, .recs form")).isEmpty();
    }

    @Test
    void leadsFromAStepOfTheEditorToItsSheet() {
        diagnose();
        editor.post(home + "/preparation/reponses", "type", "LOCAL", "relais", "0")
                .expectStatus()
                .isSeeOther();
        Document budget = Jsoup.parse(editor.page(home + "/budget"));
        assertThat(budget.text()).contains("promis sur 3 avant le départ", "Demander un oui daté", "Une fiche");
        assertThat(budget.select("a[href$=/ressources/preuves]")).isNotEmpty();
        editor.post(home.substring(0, home.indexOf("/c/")) + "/diagnostic/conseils", "conseil", "R16", "dit", "non")
                .expectStatus()
                .isSeeOther();
        assertThat(editor.page(home + "/budget")).doesNotContain("Demander un oui daté");
    }

    private void diagnose() {
        UUID person = people.welcome("presidence@" + UUID.randomUUID() + ".example", "Samia Essai", "fr")
                .block()
                .id();
        founding.join(association.id(), person, Role.PRESIDENT, null).block();
        diagnosing
                .conclude(association.id(), 0, person, Role.PRESIDENT, Gardens.DIAGNOSIS)
                .block();
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
