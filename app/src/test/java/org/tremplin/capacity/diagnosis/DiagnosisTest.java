package org.tremplin.capacity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Role;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Reach;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.platform.privacy.Subject;

/** Members answer, page by page, and read what their answers say. */
@TestApplication
@Import(Samples.class)
class DiagnosisTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Samples samples;

    @Autowired
    Founding founding;

    @Autowired
    Assessments assessments;

    @Autowired
    RespondentForgetting forgetting;

    @Autowired
    StoredAssessments stored;

    @Autowired
    AnswerSheets sheets;

    @Autowired
    Conclusions conclusions;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    private Association association;
    private Visitor treasurer;
    private String email;
    private String home;

    @BeforeEach
    void join() {
        association = samples.association("Les Essais " + UUID.randomUUID());
        email = "tresor@" + UUID.randomUUID() + ".example";
        treasurer = member(email, Role.TREASURER);
        home = "/espace/" + association.slug() + "/diagnostic";
    }

    @Test
    void leadsATreasurerFromTheShortFormToAStepAndItsHelp() {
        begin("court");
        answerAll("profil", "staff", "0", "budget", "0", "reach", "LOCAL", "P9", "1");
        answerAll("en-ligne", "A1", "2", "A2", "1", "A4", "2", "A7", "0");
        answerAll("logiciels", "B1", "2", "B2", "2", "B6", "DK");
        answerAll("partenaires", "alone", "on");
        answerAll("gouvernance", "G1", "1", "G5", "1");
        Document result = conclude();
        assertThat(result.select("h1").text()).isEqualTo("Par où commencer");
        assertThat(result.select(".recs .rec")).hasSizeBetween(1, 3);
        assertThat(result.select(".rec").first().text()).contains("Pourquoi", "Qui peut aider", "Effort");
        assertThat(result.text())
                .contains("Cette fourchette ne mesure que les réponses manquantes.", "Passer au complet")
                .doesNotContain("Presque prête", "chance", "prédiction");
        assertThat(result.select(".radar")).isEmpty();
        assertThat(result.select("#pourquoi").text())
                .contains("Répondre pas demandé", "Don suivi de bout en bout Je ne sais pas");
        assertThat(result.select("a.primary").eachText()).as("one next thing").hasSize(1);
    }

    @Test
    void takesDoNotKnowForEveryAnswerOfTheShortForm() {
        begin("court");
        for (Step step : Step.of(true)) {
            String page = home + "/questions?partie=" + step.slug();
            if (!Step.of(true, false).contains(step) || step == Step.PARTNERS) {
                continue;
            }
            Set<String> offered = new LinkedHashSet<>(Jsoup.parse(treasurer.page(page))
                    .select("input[type=radio][value=DK]")
                    .eachAttr("name"));
            assertThat(offered).isNotEmpty();
            answerAll(
                    step.slug(),
                    offered.stream().flatMap(item -> Stream.of(item, "DK")).toArray(String[]::new));
        }
        assertThat(treasurer.page(home)).contains("4 sur 4");
        assertThat(conclude().text()).contains("Portée de l’action non donnée");
    }

    @Test
    void keepsPaperFormsFromThoseWhoDoNotWrite() {
        begin("complet");
        treasurer.post(home + "/feuilles", "role", "bénévole").expectStatus().isSeeOther();
        String paper = home + "/questions?partie=obstacles&feuille=1";
        assertThat(treasurer.page(paper)).contains("papier n° 1");
        Visitor reader = member("lectrice@" + UUID.randomUUID() + ".example", Role.READER);
        reader.get(paper).expectStatus().isForbidden();
        reader.post(paper, "E1", "4").expectStatus().isForbidden();
        Document page = Jsoup.parse(reader.page(home));
        assertThat(page.text()).contains("papier n° 1, bénévole");
        assertThat(page.select("a[href*=feuille], form[action$=feuilles]")).isEmpty();
    }

    @Test
    void staysClosedToAnAccountantFromOutside() {
        full();
        conclude();
        Visitor accountant = visitors.member(association.slug(), "ACCOUNTANT");
        String space = "/espace/" + association.slug();
        for (String page : List.of(
                "/diagnostic",
                "/diagnostic/questions",
                "/diagnostic/resultat",
                "/partenaires",
                "/partenaires/strategie",
                "/plan",
                "/strategie",
                "/strategie/strategie.pdf")) {
            accountant.get(space + page).expectStatus().isForbidden();
        }
        String campaign = space + "/c/"
                + samples.campaign(association, "essais-" + UUID.randomUUID())
                        .campaign()
                        .id()
                        .value();
        String preparation = campaign + "/preparation";
        accountant.get(preparation).expectStatus().isForbidden();
        assertThat(accountant.page(campaign + "/publication")).doesNotContain(preparation);
        assertThat(treasurer.page(campaign + "/publication")).contains(preparation);
        assertThat(Jsoup.parse(accountant.page(space)).select("nav a[href*=/diagnostic], nav a[href*=/plan]"))
                .isEmpty();
        assertThat(Jsoup.parse(treasurer.page(space)).select("nav a[href*=/diagnostic]"))
                .isNotEmpty();
    }

    @Test
    void letsOnlyThoseWhoWriteSayWhatTheAssociationIs() {
        begin("complet");
        answerAll("profil", "staff", "3", "reach", "NATIONAL");
        answerAll("energie", "ADV", "10");
        Visitor reader = member("lectrice@" + UUID.randomUUID() + ".example", Role.READER);
        Document page = Jsoup.parse(reader.page(home + "/questions?partie=profil"));
        assertThat(page.select("input[name=staff]")).isEmpty();
        assertThat(page.select("#staff").text()).contains("3 à 9");
        assertThat(page.select("input[name=P9]")).isNotEmpty();
        assertThat(Jsoup.parse(reader.page(home + "/questions?partie=energie")).select("input[name=ADV]"))
                .isEmpty();
        reader.post(home + "/questions?partie=profil", "staff", "0", "reach", "LOCAL", "P9", "1")
                .expectStatus()
                .isSeeOther();
        reader.post(home + "/questions?partie=energie", "COM", "10")
                .expectStatus()
                .isSeeOther();
        treasurer.post(home + "/feuilles", "role", "bénévole").expectStatus().isSeeOther();
        answerAll("profil&feuille=1", "staff", "10");
        Profile profile = assessments
                .latest(association.id())
                .block()
                .orElseThrow()
                .diagnosis()
                .profile();
        assertThat(profile.staff()).isEqualTo(3);
        assertThat(profile.reach()).isEqualTo(Reach.NATIONAL);
        assertThat(profile.tokens()).containsEntry(Orientation.ADV, 10);
        assertThat(profile.audience()).isEqualTo(Answer.TRIED);
    }

    @Test
    void keepsWhatIsTypedWhileAColleagueConcludes() {
        begin("complet");
        answerAll("en-ligne", "A1", "1");
        Visitor editor = member("redaction@" + UUID.randomUUID() + ".example", Role.EDITOR);
        Visitor reader = member("lectrice@" + UUID.randomUUID() + ".example", Role.READER);
        String page = home + "/questions?partie=logiciels";
        conclude();
        Document late = Jsoup.parse(conflict(editor.post(page, "B1", "3")));
        assertThat(late.select("#conflit").text()).contains("a terminé ce diagnostic pendant que vous répondiez");
        assertThat(late.select("#etat").text()).contains("Pas enregistré").doesNotContain("connexion");
        assertThat(late.select("#B1 input[checked]").attr("value")).isEqualTo("3");
        assertThat(late.select("button[name=rouvrir]")).hasSize(1);
        assertThat(Jsoup.parse(conflict(reader.post(page, "B1", "3", "rouvrir", "1")))
                        .select("button[name=rouvrir]"))
                .isEmpty();
        editor.post(page, "B1", "3", "rouvrir", "1").expectStatus().isSeeOther();
        assertThat(Jsoup.parse(editor.page(page)).select("#B1 input[checked]").attr("value"))
                .isEqualTo("3");
    }

    @Test
    void goesHomeWhenAColleagueConcludedAndAllThatIsOnThePageIsKept() {
        begin("complet");
        Visitor reader = member("lectrice@" + UUID.randomUUID() + ".example", Role.READER);
        String page = home + "/questions?partie=logiciels";
        reader.post(page, "B1", "3").expectStatus().isSeeOther();
        conclude();
        reader.post(page, "B1", "3").expectStatus().isSeeOther().expectHeader().location(home);
        reader.post(page).expectStatus().isSeeOther().expectHeader().location(home);
        conflict(reader.post(page, "B1", "3", "B2", "1"));
    }

    @Test
    void concludesOnceWithTheAnswerThatIsBeingSaved() {
        begin("complet");
        answerAll("en-ligne", "A1", "1");
        Assessment open = stored.all(association.id()).block().get(0);
        Respondent paper =
                sheets.paper(open, "bénévole").then(sheets.find(open, 1)).block();
        List<CompletableFuture<Boolean>> pressed = new ArrayList<>();
        sheets.save(open, paper, Map.of("A2", "3"), Map.of())
                .doOnNext(saved -> {
                    pressed.add(conclusions.conclude(association.id()).toFuture());
                    pressed.add(conclusions.conclude(association.id()).toFuture());
                })
                .as(transaction::transactional)
                .block();
        assertThat(pressed).extracting(CompletableFuture::join).containsExactlyInAnyOrder(true, false);
        assertThat(stored.results(association.id()).block())
                .singleElement()
                .satisfies(made -> assertThat(
                                made.result().diagnosis().online().get(1).notches())
                        .isEqualTo(3));
    }

    @Test
    void keepsWhatIsTypedWhileAColleagueTurnsToTheShortForm() {
        begin("complet");
        treasurer
                .post(home, "forme", "court", "raccourcir", "on")
                .expectStatus()
                .isSeeOther();
        answerAll("obstacles", "E1", "3");
        answerAll("en-ligne", "A3", "3");
        begin("complet");
        assertThat(Jsoup.parse(treasurer.page(home + "/questions?partie=obstacles"))
                        .select("#E1 input[checked]")
                        .attr("value"))
                .isEqualTo("3");
    }

    @Test
    void showsTheFullProfileToTheLastAnswer() {
        full();
        Document result = conclude();
        assertThat(result.select("#en-ligne").text()).contains("29", "pour un besoin de 43");
        assertThat(result.select("table").text()).contains("28,6", "42,5", "33,3", "39,3");
        assertThat(result.select("#pourquoi").text())
                .contains(
                        "25 × 8 crans ÷ 7 réponses = 28,6", "Page à jour", "Sans objet", "Votre besoin en ligne : 43");
        assertThat(result.select(".radar").attr("aria-label")).contains("En ligne 29 (besoin 43)");
        assertThat(result.select(".radar .target")).hasSize(2);
        assertThat(result.select("[style]")).isEmpty();
        Assessed latest = assessments.latest(association.id()).block().orElseThrow();
        assertThat(latest.express()).isFalse();
        assertThat(latest.diagnosis().online()).isEqualTo(Gardens.DIAGNOSIS.online());
        assertThat(latest.diagnosis().profile().tokens())
                .containsAllEntriesOf(Gardens.DIAGNOSIS.profile().tokens());
    }

    @Test
    void saysHowManyTokensAreLeftAndKeepsThem() {
        begin("complet");
        String page = treasurer
                .post(home + "/questions?partie=energie", "ADV", "4", "COM", "3")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(Jsoup.parse(page).text()).contains("Il reste 3 jetons à placer");
        assertThat(Jsoup.parse(page).select("#ADV").attr("value")).isEqualTo("4");
        assertThat(Jsoup.parse(treasurer.page(home + "/questions?partie=energie"))
                        .select("#ADV")
                        .attr("value"))
                .isEmpty();
    }

    @Test
    void refusesAnAnswerThatIsNotOffered() {
        begin("complet");
        treasurer
                .post(home + "/questions?partie=en-ligne", "A1", "NA")
                .expectStatus()
                .isEqualTo(422);
        treasurer
                .post(home + "/questions?partie=en-ligne", "A6", "NA", "A1", "2")
                .expectStatus()
                .isSeeOther();
    }

    @Test
    void offersNotApplicableOnlyWhereTheGridAllowsIt() {
        begin("complet");
        answerAll("profil", "staff", "3", "budget", "0", "reach", "LOCAL", "P9", "1");
        assertThat(Jsoup.parse(treasurer.page(home + "/questions?partie=gouvernance"))
                        .select("#G8 input[value=NA]"))
                .isEmpty();
        answerAll("profil", "staff", "0");
        assertThat(Jsoup.parse(treasurer.page(home + "/questions?partie=gouvernance"))
                        .select("#G8 input[value=NA]"))
                .hasSize(1);
    }

    /** What the association is, those who write say; nobody waits for it in their own answers. */
    @Test
    void countsForEachOnlyWhatTheyCanAnswer() {
        begin("complet");
        Visitor reader = member("lectrice@" + UUID.randomUUID() + ".example", Role.READER);
        Document before = Jsoup.parse(reader.page(home));
        assertThat(before.select("a[href*=partie=profil]").text()).contains("0 sur 1");
        assertThat(before.select("a[href*=partie=energie]")).isEmpty();
        assertThat(before.select("a.btn.primary").attr("href")).isEqualTo(home + "/questions");
        reader.post(home + "/questions?partie=profil", "P9", "1").expectStatus().isSeeOther();
        assertThat(Jsoup.parse(reader.page(home))
                        .select("a[href*=partie=profil]")
                        .text())
                .contains("1 sur 1");
        assertThat(Jsoup.parse(reader.page(home + "/questions?partie=en-ligne")).select(".steps li.done"))
                .hasSize(3);
        Document writer = Jsoup.parse(treasurer.page(home));
        assertThat(writer.select("a[href*=partie=profil]").text()).contains("0 sur 9");
        assertThat(writer.select("a[href*=partie=energie]").text()).contains("0 sur 6");
    }

    @Test
    void goesOnWhereItWasLeft() {
        begin("court");
        answerAll("en-ligne", "A1", "3");
        assertThat(Jsoup.parse(treasurer.page(home + "/questions?partie=en-ligne"))
                        .select("#A1 input[checked]")
                        .attr("value"))
                .isEqualTo("3");
        assertThat(treasurer.page(home)).contains("1 sur 4");
        begin("complet");
        assertThat(Jsoup.parse(treasurer.page(home + "/questions?partie=en-ligne"))
                        .select("#A1 input[checked]")
                        .attr("value"))
                .isEqualTo("3");
    }

    @Test
    void proposesToTalkWhereMembersAndPapersAreFarApart() {
        begin("complet");
        answerAll("en-ligne", "A1", "0");
        Visitor reader = member("lectrice@" + UUID.randomUUID() + ".example", Role.READER);
        reader.post(home + "/questions?partie=en-ligne", "A1", "3")
                .expectStatus()
                .isSeeOther();
        treasurer
                .post(home + "/feuilles", "role", "bénévole")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location(home + "/questions?feuille=1");
        treasurer
                .post(home + "/questions?partie=en-ligne&feuille=1", "A1", "1")
                .expectStatus()
                .isSeeOther();
        Document result = conclude();
        assertThat(result.select("section[aria-labelledby=ensemble]").text())
                .contains("Pas en place", "partagé par au moins deux personnes");
        assertThat(result.text()).contains("Réponses de 3 personnes").doesNotContain("bénévole,");
        reader.post(home + "/resultat").expectStatus().isForbidden();
    }

    @Test
    void keepsARefusedPieceOfAdviceAside() {
        full();
        Document result = conclude();
        String card = result.select(".recs .rec").first().id();
        treasurer
                .post(home + "/conseils", "conseil", card, "dit", "non")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location(home + "/resultat?conseil=" + card + "#suite");
        Document after = Jsoup.parse(treasurer.page(home + "/resultat?conseil=" + card));
        assertThat(after.select("#suite[tabindex=-1]").attr("aria-describedby")).isEqualTo("dit");
        assertThat(after.select("#dit[role=status]").text()).contains("ce n’est pas pour vous", "« Remettre »");
        assertThat(after.select("#dit button[name=dit]").val()).isEqualTo("retour");
        assertThat(after.select(".recs .rec").eachAttr("id")).hasSize(3).doesNotContain(card);
        assertThat(after.text()).contains("pas pour vous");
        treasurer.post(home + "/conseils", "conseil", card, "dit", "retour");
        Document back = Jsoup.parse(treasurer.page(home + "/resultat?conseil=" + card));
        assertThat(back.select(".recs .rec").eachAttr("id")).contains(card);
        assertThat(back.select("#dit").text()).contains("remis à sa place");
        assertThat(back.select("#dit form")).isEmpty();
        assertThat(Jsoup.parse(treasurer.page(home + "/resultat")).select("#dit"))
                .isEmpty();
    }

    @Test
    void keepsNothingToAddOutOfTheThreeActionsOfTheStrategy() {
        begin("complet");
        typeGardens("A1", "4", "A2", "4", "A3", "4", "A4", "4", "A5", "4", "A6", "4", "A7", "4");
        Document result = conclude();
        assertThat(result.text()).contains("Ne rien ajouter");
        String space = "/espace/" + association.slug();
        for (Element step : result.select(".recs .rec, details .rec")) {
            assertThat(treasurer.page(space + "/strategie")).doesNotContain("Ne rien ajouter");
            treasurer.post(
                    home + "/conseils",
                    "conseil",
                    step.select("input[name=conseil]").val(),
                    "dit",
                    "fait");
        }
        assertThat(treasurer.page(space + "/strategie")).doesNotContain("Ne rien ajouter");
    }

    @Test
    void claimsNoGapOfPartnersNobodyNamed() {
        begin("court");
        answerAll("partenariats", "L4", "2");
        assertThat(conclude().text())
                .contains("Aucun partenaire n’est noté encore.")
                .doesNotContain("Votre entourage vous fait encore peu connaître");
    }

    @Test
    void aimsHigherThanItsNeedAndNeverLower() {
        full();
        conclude();
        assertThat(Jsoup.parse(body(treasurer.post(home + "/cible", "cible", "31")))
                        .text())
                .contains("Choisissez une cible entre 43 et 100");
        treasurer.post(home + "/cible", "cible", "60").expectStatus().isSeeOther();
        assertThat(Jsoup.parse(treasurer.page(home + "/resultat"))
                        .select("#en-ligne")
                        .text())
                .contains("pour un besoin de 60");
    }

    @Test
    void tellsWhatMovedSinceTheLastTime() {
        full();
        conclude();
        treasurer.post(home, "forme", "complet", "nouveau", "1").expectStatus().isSeeOther();
        typeGardens("A1", "3", "A4", "3", "A7", "2", "G1", "2");
        Document result = conclude();
        assertThat(result.select("section[aria-labelledby=change]").text())
                .contains("en progrès, 4 crans de plus", "Gouvernance et données : stable", "4 réponses ont changé");
    }

    @Test
    void neverChangesAResult() {
        full();
        conclude();
        assertThatThrownBy(() -> database.sql("update capacity.result set body = '{}'")
                        .then()
                        .block())
                .hasMessageContaining("a result never changes");
        assertThatThrownBy(
                        () -> database.sql("delete from capacity.result").then().block())
                .hasMessageContaining("a result never changes");
    }

    @Test
    void cutsTheLinkWithAPersonWhoIsErased() {
        begin("court");
        answerAll("en-ligne", "A1", "3");
        Subject subject = new Subject(email);
        assertThat(forgetting.copy(subject).block().toString()).contains("A1 3");
        forgetting.erase(subject).block();
        assertThat(forgetting.copy(subject).block()).isNull();
        assertThat(assessments
                        .latest(association.id())
                        .block()
                        .orElseThrow()
                        .diagnosis()
                        .online()
                        .get(0)
                        .notches())
                .isEqualTo(3);
    }

    @Test
    void asksForAnAnswerBeforeAResult() {
        begin("court");
        assertThat(body(treasurer.post(home + "/resultat"))).contains("Répondez au moins à une question");
    }

    @Test
    void savesAtEachClickWhereScriptsRun() {
        begin("court");
        treasurer
                .web()
                .post()
                .uri(home + "/questions?partie=en-ligne")
                .header("X-Autosave", "1")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("A1=2&_csrf=" + Visitor.csrfField())
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(Jsoup.parse(treasurer.page(home + "/questions?partie=en-ligne"))
                        .select("#A1 input[checked]")
                        .attr("value"))
                .isEqualTo("2");
    }

    @Test
    void speaksEnglishAndPrintsOnPaper() {
        begin("complet");
        Visitor english = visitors.person(person("reader@" + UUID.randomUUID() + ".example", Role.READER, "en"));
        assertThat(english.page(home + "/questions?partie=en-ligne")).contains("Don’t know", "Continue");
        Document paper = Jsoup.parse(treasurer.page(home + "/papier?forme=complet"));
        assertThat(paper.select(".asked").size()).isGreaterThan(40);
    }

    private void full() {
        begin("complet");
        typeGardens();
    }

    /** Les Jardins du Coin, but for these answers. */
    private void typeGardens(String... others) {
        answerAll("profil", "staff", "0", "budget", "0", "reach", "LOCAL", "P9", "1");
        answerAll("energie", "INN", "1", "COM", "4", "SER", "4", "EXP", "1");
        section("en-ligne", "A", "2112110-", others);
        section("logiciels", "B", "2211110", others);
        section("partenariats", "L", "112211", others);
        section("gouvernance", "G", "1113113-", others);
        section("obstacles", "E", "3022122", others);
    }

    private void section(String page, String letter, String written, String... others) {
        String[] fields = new String[written.length() * 2];
        for (int at = 0; at < written.length(); at++) {
            String item = letter + (at + 1);
            String value = written.charAt(at) == '-' ? "NA" : String.valueOf(written.charAt(at));
            for (int other = 0; other < others.length; other += 2) {
                value = others[other].equals(item) ? others[other + 1] : value;
            }
            fields[2 * at] = item;
            fields[2 * at + 1] = value;
        }
        answerAll(page, fields);
    }

    private void begin(String form) {
        treasurer.post(home, "forme", form).expectStatus().isSeeOther();
    }

    private void answerAll(String page, String... fields) {
        treasurer
                .post(home + "/questions?partie=" + page, fields)
                .expectStatus()
                .isSeeOther();
    }

    private Document conclude() {
        treasurer.post(home + "/resultat").expectStatus().isSeeOther();
        return Jsoup.parse(treasurer.page(home + "/resultat"));
    }

    private static String conflict(WebTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private Visitor member(String address, Role role) {
        return visitors.person(person(address, role, "fr"));
    }

    private UUID person(String address, Role role, String language) {
        Person person = people.welcome(address, "Samia Essai", language).block();
        founding.join(association.id(), person.id(), role, null).block();
        return person.id();
    }
}
