package org.tremplin.capacity.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.association.Association;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.Role;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Plans;

/** An association plans, does and reviews, and tells it all on one page. */
@TestApplication
@Import(Samples.class)
class PlanTest {

    @Autowired
    Samples samples;

    @Autowired
    Plans plans;

    @Autowired
    PlanActs acts;

    @Autowired
    DatabaseClient database;

    private Association association;
    private Visitor editor;
    private String home;
    private String plan;

    @BeforeEach
    void found() {
        association = samples.association("Projets " + UUID.randomUUID());
        editor = samples.member(association, Role.EDITOR);
        home = "/espace/" + association.slug();
        plan = home + "/plan";
    }

    @Test
    void plansAnActionAndKeepsTheDatesOfWhatHappensToIt() {
        add("quoi", "Ouvrir une page", "qui", "EDITOR", "quand", "2020-05-03", "cout", "49,90", "aide", "DIGITAL");
        Document page = Jsoup.parse(editor.page(plan));
        assertThat(page.select(".rec").text())
                .contains("Ouvrir une page", "Rédaction", "49,90", "le numérique", "au plan le");
        PlannedAction action = only();
        move(action, "etat", "DOING");
        move(action, "etat", "DONE");
        assertThat(only().state()).isEqualTo(ActionState.DONE);
        assertThat(editor.page(plan)).contains("commencé le", "fait le");
        assertThat(samples.member(association, Role.READER).page(plan))
                .contains("Ouvrir une page")
                .doesNotContain("Ajouter une action", "name=\"etat\"");
    }

    @Test
    void givesAnActionUpWithAReasonOnly() {
        add("quoi", "Ouvrir une page");
        PlannedAction action = only();
        String refused = editor.post(plan + "/" + action.id() + "/etat", "etat", "DROPPED", "raison", " ")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(Jsoup.parse(refused).select("#e-raison-" + action.id())).hasSize(1);
        move(action, "etat", "DROPPED", "raison", "Trop tôt");
        assertThat(only().reason()).isEqualTo("Trop tôt");
        move(only(), "etat", "TODO");
        assertThat(only().reason()).isEmpty();
    }

    @Test
    void takesAMoveBack() {
        add("quoi", "Ouvrir une page");
        String next = editor.post(plan + "/" + only().id() + "/etat", "etat", "DONE")
                .expectStatus()
                .isSeeOther()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Location");
        Document page = Jsoup.parse(editor.page(String.valueOf(next)));
        assertThat(page.select(".note input[name=etat]").attr("value")).isEqualTo("TODO");
    }

    @Test
    void refusesWhatIsNoActionAndKeepsWhatWasTyped() {
        String refused = editor.post(
                        plan + "/nouvelle", "quoi", "", "qui", "Camille Martin", "quand", "demain", "cout", "-5")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        Document page = Jsoup.parse(refused);
        assertThat(page.select("#e-quoi, #e-qui, #e-quand, #e-cout")).hasSize(4);
        assertThat(page.select("#cout").attr("value")).isEqualTo("-5");
        editor.post(plan + "/nouvelle", "quoi", "a".repeat(4_000))
                .expectStatus()
                .isEqualTo(422);
        assertThat(plans.of(association.id()).block()).isEmpty();
    }

    @Test
    void plansTheAdviceOfACardOnceAndCallsItDoneThere() {
        Document blank = Jsoup.parse(editor.page(plan + "/nouvelle?conseil=R03"));
        String what = blank.select("#quoi").text();
        assertThat(what).isNotEmpty();
        assertThat(blank.select("#touche option[selected]").attr("value")).isEqualTo("A");
        add("quoi", what, "conseil", "R03", "touche", "A");
        editor.get(plan + "/nouvelle?conseil=R03").expectHeader().valueEquals("Location", plan + "/" + only().id());
        move(only(), "etat", "DONE");
        assertThat(said()).isEqualTo(1);
        move(only(), "etat", "TODO");
        assertThat(said()).isZero();
    }

    @Test
    void remindsWhoTookItOnWhenItsDayHasCome() {
        add("quoi", "Ouvrir une page", "qui", "TREASURER", "quand", "2020-01-01");
        add("quoi", "Plus tard", "quand", "2035-01-01");
        List<AwaitedAct> awaited =
                acts.awaited(List.of(association.id()), 10).collectList().block();
        assertThat(awaited).singleElement().satisfies(act -> {
            assertThat(act.what()).isEqualTo("Ouvrir une page");
            assertThat(act.below()).isEqualTo("/plan");
            assertThat(act.roles()).extracting(Enum::name).containsExactlyInAnyOrder("PRESIDENT", "TREASURER");
        });
    }

    @Test
    void remindsThePresidentOnTheDayOfWhatAnAccountantTookOn() {
        add("quoi", "Ouvrir une page", "qui", "TREASURER", "quand", "2026-01-01");
        database.sql(
                        "update capacity.plan_action set role = :role, person_id = :person, due_on = :today where association_id = :association")
                .bind("role", "ACCOUNTANT")
                .bind("person", UUID.randomUUID())
                .bind("today", LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC))
                .bind("association", association.id().value())
                .then()
                .block();
        assertThat(acts.awaited(List.of(association.id()), 10).collectList().block())
                .anyMatch(act -> act.isFor(UUID.randomUUID(), Role.PRESIDENT));
    }

    @Test
    void rewritesAStrategyAndMakesItFromTheDiagnosisAgain() {
        String text = home + "/strategie/texte?partie=projet";
        String generated =
                Jsoup.parse(editor.page(text)).select("#texte").first().wholeText();
        write("projet", "Un jardin ouvert à tous.");
        assertThat(editor.page(home + "/strategie")).contains("Un jardin ouvert à tous.", "Écrit par vous");
        editor.post(home + "/strategie/origine", "partie", "projet")
                .expectStatus()
                .isSeeOther();
        assertThat(editor.page(home + "/strategie")).doesNotContain("Un jardin ouvert à tous.");
        editor.post(home + "/strategie/reprise", "partie", "projet")
                .expectStatus()
                .isSeeOther();
        assertThat(editor.page(home + "/strategie")).contains("Un jardin ouvert à tous.");
        write("projet", generated);
        assertThat(Jsoup.parse(editor.page(home + "/strategie"))
                        .select("#projet")
                        .text())
                .doesNotContain("Écrit par vous");
    }

    @Test
    void tellsTheSecondOfTwoWhoChangeAnActionAndKeepsBoth() {
        add("quoi", "Ouvrir une page");
        String one = plan + "/" + only().id();
        String version = version(Jsoup.parse(editor.page(one)));
        Visitor other = samples.member(association, Role.PRESIDENT);
        other.post(one, "quoi", "Ouvrir un site", "version", version)
                .expectStatus()
                .isSeeOther();
        other.post(one, "quoi", "Ouvrir un site", "version", version)
                .expectStatus()
                .isSeeOther();
        Document late = Jsoup.parse(conflict(one, "quoi", "Ouvrir un compte", "version", version));
        assertThat(late.select("[role=alert]").text()).contains("Ouvrir un site");
        assertThat(late.select("#quoi").text()).isEqualTo("Ouvrir un compte");
        assertThat(only().what()).isEqualTo("Ouvrir un site");
        String seen = late.select("button[name=forcer]").attr("value");
        editor.post(one, "quoi", "Ouvrir un compte", "version", version, "forcer", seen)
                .expectStatus()
                .isSeeOther();
        assertThat(only().what()).isEqualTo("Ouvrir un compte");
    }

    @Test
    void tellsTheSecondOfTwoWhoRewriteATextAndKeepsBoth() {
        String text = home + "/strategie/texte";
        String version = version(Jsoup.parse(editor.page(text + "?partie=projet")));
        samples.member(association, Role.PRESIDENT)
                .post(text, "partie", "projet", "texte", "Un jardin.", "version", version)
                .expectStatus()
                .isSeeOther();
        Document late = Jsoup.parse(conflict(text, "partie", "projet", "texte", "Un verger.", "version", version));
        assertThat(late.select("[role=alert]").text()).contains("Un jardin.");
        assertThat(late.select("#texte").text()).isEqualTo("Un verger.");
        assertThat(editor.page(home + "/strategie")).contains("Un jardin.").doesNotContain("Un verger.");
        String seen = late.select("button[name=forcer]").attr("value");
        editor.post(text, "partie", "projet", "texte", "Un verger.", "version", version, "forcer", seen)
                .expectStatus()
                .isSeeOther();
        assertThat(editor.page(home + "/strategie")).contains("Un verger.");
    }

    @Test
    void refusesAStrategyThatIsEmptyOrLongerThanItsPage() {
        for (String wrong : List.of(" ", "a".repeat(4_000), "a\n".repeat(9))) {
            editor.post(home + "/strategie/texte", "partie", "projet", "texte", wrong)
                    .expectStatus()
                    .isEqualTo(422);
        }
        editor.post(home + "/strategie/texte", "partie", "ailleurs", "texte", "a")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void namesPartnersInThePaperOnlyWhereThatIsAskedFor() throws IOException {
        editor.post(home + "/partenaires/nouveau", "nom", "Radio Plaine", "type", "MEDIA", "portee", "LOCAL")
                .expectStatus()
                .isSeeOther();
        write("chercher", "Un média comme radio plaine.");
        assertThat(paper("/strategie/strategie.pdf")).doesNotContainIgnoringCase("Radio Plaine");
        assertThat(paper("/strategie/strategie.pdf?noms=oui")).contains("Radio Plaine", "usage interne");
        assertThat(editor.page(home + "/strategie?noms=non")).doesNotContainIgnoringCase("Radio Plaine");
    }

    @Test
    void givesTheDiagnosisToThoseWhoWriteOnly() {
        editor.get(home + "/diagnostic/export.json").expectStatus().isOk();
        editor.get(home + "/diagnostic/export.pdf").expectStatus().isNotFound();
        samples.member(association, Role.READER)
                .get(home + "/diagnostic/export.json")
                .expectStatus()
                .isForbidden();
    }

    private void write(String part, String text) {
        String version = version(Jsoup.parse(editor.page(home + "/strategie/texte?partie=" + part)));
        editor.post(home + "/strategie/texte", "partie", part, "texte", text, "version", version)
                .expectStatus()
                .isSeeOther();
    }

    private static String version(Document form) {
        return form.select("input[name=version]").attr("value");
    }

    private String conflict(String path, String... fields) {
        return String.valueOf(editor.post(path, fields)
                .expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String paper(String below) throws IOException {
        byte[] pdf = editor.get(home + below)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document);
        }
    }

    private void add(String... fields) {
        editor.post(plan + "/nouvelle", fields).expectStatus().isSeeOther();
    }

    private void move(PlannedAction action, String... fields) {
        editor.post(plan + "/" + action.id() + "/etat", fields).expectStatus().isSeeOther();
    }

    private PlannedAction only() {
        List<PlannedAction> planned = plans.of(association.id()).block();
        assertThat(planned).hasSize(1);
        return planned.get(0);
    }

    private long said() {
        return database.sql("select count(*) from capacity.said_of_card where association_id = :association")
                .bind("association", association.id().value())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
