package org.tremplin.capacity.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.AwaitedAct;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Plans;

/** An association plans, does and reviews, and tells it all on one page. */
@TestApplication
@Import(Samples.class)
class PlanTest {

    @Autowired
    Visitors visitors;

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
        editor = visitors.member(association.slug(), "EDITOR");
        home = "/espace/" + association.slug();
        plan = home + "/plan";
    }

    @Test
    void plansAnActionAndKeepsTheDatesOfWhatHappensToIt() {
        add("quoi", "Ouvrir une page", "qui", "EDITOR", "quand", "2020-05-03", "cout", "49,90", "aide", "DIGITAL");
        Document page = Jsoup.parse(editor.page(plan));
        assertThat(page.select(".rec").text())
                .contains("Ouvrir une page", "Rédaction", "49,90", "le numérique", "à faire le");
        PlannedAction action = only();
        move(action, "etat", "DOING");
        move(action, "etat", "DONE");
        assertThat(only().state()).isEqualTo(ActionState.DONE);
        assertThat(editor.page(plan)).contains("commencé le", "fait le");
        assertThat(visitors.member(association.slug(), "READER").page(plan))
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
        editor.get(plan + "/nouvelle?conseil=R03")
                .expectHeader()
                .valueEquals("Location", plan + "/" + only().id());
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
