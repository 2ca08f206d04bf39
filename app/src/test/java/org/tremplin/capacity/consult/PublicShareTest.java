package org.tremplin.capacity.consult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.PublicDiagnoses;
import org.tremplin.capacity.PublicDiagnosis;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.diagnosis.Gardens;
import org.tremplin.identity.People;
import org.tremplin.platform.web.Language;

/** What everybody sees of a diagnosis: what the association chose, and no more. */
@TestApplication
@Import(Samples.class)
class PublicShareTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Founding founding;

    @Autowired
    Memberships memberships;

    @Autowired
    Assessments assessments;

    @Autowired
    Scoring scoring;

    @Autowired
    PublicDiagnoses diagnoses;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private Visitor president;
    private String space;
    private String desk;

    @BeforeEach
    void diagnose() {
        association = samples.association("Les Visibles " + UUID.randomUUID());
        space = "/espace/" + association.slug();
        desk = space + "/diagnostic/partage/public";
        president = visitors.person(
                memberships.persons(association.id(), Role.PRESIDENT).next().block());
        partner("Mairie des Essais", "PUBLIC");
        partner("École des Essais", "EDUCATION");
        partner("Club des Essais", "ASSOCIATION");
        president.post(space + "/diagnostic", "forme", "complet").expectStatus().isSeeOther();
        answers();
    }

    private void answers() {
        answer("profil", "staff", "0", "budget", "0", "reach", "LOCAL", "P9", "1");
        answer("energie", "INN", "1", "COM", "4", "SER", "4", "EXP", "1");
        answer("en-ligne", "A1", "3", "A2", "1", "A3", "1", "A4", "2", "A5", "1", "A6", "1", "A7", "0");
        answer("obstacles", "E1", "4", "E2", "4", "E3", "4", "E7", "4");
        president.post(space + "/diagnostic/resultat").expectStatus().isSeeOther();
    }

    @Test
    void showsNothingBeforeTheAssociationChose() {
        assertThat(shown()).isNull();
        assertThat(visitors.anonymous().page("/a/" + association.slug())).doesNotContain("Comment elle s’organise");
        assertThat(president.page(space + "/diagnostic/partage")).contains("Rien n’est montré");
    }

    @Test
    void showsTheRowsThatWereChosenAndNoOther() {
        published();
        plan("Ouvrir une page avec Mairie des Essais");
        choose("PLAN");
        assertThat(shown().plan())
                .singleElement()
                .satisfies(action -> assertThat(action.what())
                        .as("a partner’s type in the place of its name")
                        .startsWith("Ouvrir une page avec ")
                        .doesNotContain("Mairie"));
        assertThat(shown().counts()).isEmpty();
        assertThat(shown().resources()).isEmpty();

        choose("PARTNER_COUNTS", "RESOURCES");
        assertThat(shown().plan()).isEmpty();
        assertThat(shown().counts()).hasSize(3);
        assertThat(shown().resources()).contains("36 heures prévues, pour 30 conseillées");
    }

    @Test
    void namesNoPartnerByTheNameItHadBefore() {
        String school = text("select id::text from capacity.partner where name = 'École des Essais'"
                + " and association_id = '" + association.id().value() + "'");
        for (String name : new String[] {"École du Bas", "École"}) {
            president
                    .post(
                            space + "/partenaires/" + school,
                            "nom",
                            name,
                            "type",
                            "EDUCATION",
                            "portee",
                            "LOCAL",
                            "apporte-VIS",
                            "on",
                            "version",
                            text("select version::text from capacity.partner where id = '" + school + "'"))
                    .expectStatus()
                    .isSeeOther();
        }
        plan("Revoir l’ecole des essais, l’École du Bas et l'école");
        choose("PLAN");
        assertThat(shown().plan().get(0).what())
                .doesNotContainIgnoringCase("essais")
                .doesNotContain("Bas")
                .startsWith("Revoir l’");
    }

    @Test
    void tellsWhoWritesThePlanThatItIsRead() {
        assertThat(president.page(space + "/plan")).doesNotContain("Ce plan est montré");
        choose("PLAN");
        assertThat(president.page(space + "/plan")).contains("Ce plan est montré à tout le monde");
        assertThat(member(Role.EDITOR).page(space + "/plan/nouvelle")).contains("Ce plan est montré à tout le monde");
        choose();
        assertThat(president.page(space + "/plan")).doesNotContain("Ce plan est montré");
    }

    @Test
    void showsThemOnThePublicPageWithTheirDays() {
        published();
        choose("PARTNER_COUNTS", "RESOURCES");
        String page = Jsoup.parse(visitors.anonymous().page("/a/" + association.slug()))
                .text();
        assertThat(page)
                .contains("C’est elle qui le déclare", "36 heures prévues", "Campagne publiée le", "Par type", "Au 16")
                .doesNotContain("Mairie des Essais", "Section par section", "sur 100", "obstacle");
        assertThat(visitors.anonymous().page("/en/a/" + association.slug())).contains("36 hours planned");
    }

    /** What it wrote is in French whatever the reader’s language: a voice must know. */
    @Test
    void tellsInWhichLanguageTheAssociationWrote() {
        plan("Ouvrir une page simple");
        choose("PLAN");
        assertThat(Jsoup.parse(visitors.anonymous().page("/en/a/" + association.slug()))
                        .select("#organisation [lang=fr]")
                        .eachText())
                .containsExactly("Ouvrir une page simple");
    }

    @Test
    void takesAllBackAtOnceAndKeepsWhatWasShownOnRecord() {
        choose("PARTNER_COUNTS");
        choose("PARTNER_COUNTS");
        clock.pass(Duration.ofDays(1));
        president = visitors.person(president.id());
        choose();
        assertThat(shown()).isNull();
        assertThat(Jsoup.parse(president.page(desk)).text())
                .contains("Rien n’est montré", "Ouvert à partir du 16", "Refermé le 17")
                .doesNotContain("Ouvert à partir du 17");
        assertThat(choices()).isEqualTo("{PARTNER_COUNTS} {}");
        assertThat(catchThrowable(() -> database.sql("update capacity.public_share set shown = '{}'")
                        .then()
                        .block()))
                .hasMessageContaining("stays on record");
    }

    @Test
    void takesNoRowThatThePublicMayNotSee() {
        choose("OBSTACLES", "ANSWERS", "SECTIONS", "TIES", "LABEL", "READINESS", "PEERS");
        assertThat(choices()).isEmpty();
        assertThat(catchThrowable(() -> database.sql("""
                        insert into capacity.public_share (id, association_id, shown, set_by, set_at)
                        values (gen_random_uuid(), gen_random_uuid(), '{OBSTACLES}', gen_random_uuid(), now())
                        """).then().block())).hasMessageContaining("public_share_known");
    }

    @Test
    void countsFewerThanThreePartnersForNobody() {
        president
                .post(space + "/partenaires/"
                        + text("select id::text from capacity.partner where name = 'Club des Essais'"
                                + " and association_id = '" + association.id().value() + "'")
                        + "/retrait")
                .expectStatus()
                .isSeeOther();
        president
                .post(space + "/diagnostic", "forme", "complet", "nouveau", "1")
                .expectStatus()
                .isSeeOther();
        answers();
        choose("PARTNER_COUNTS");
        assertThat(shown()).isNull();
        assertThat(president.page(desk)).contains("au moins trois partenaires");
    }

    @Test
    void tellsBeforeChoosingWhatWouldBeWritten() {
        plan("Ouvrir une page simple");
        assertThat(Jsoup.parse(president.page(desk)).select("details").text())
                .contains("Ouvrir une page simple", "Par type", "aucune campagne publiée");
        assertThat(choices()).isEmpty();
    }

    @Test
    void isChosenByThePresidentAlone() {
        Visitor editor = member(Role.EDITOR);
        assertThat(Jsoup.parse(editor.page(desk)).select("main button, fieldset:not([disabled])"))
                .isEmpty();
        editor.post(desk, "PLAN", "oui").expectStatus().isForbidden();
        member(Role.READER).get(desk).expectStatus().isForbidden();
        visitors.stranger().get(desk).expectStatus().isForbidden();
    }

    /** None where everybody sees nothing. */
    private PublicDiagnosis shown() {
        return diagnoses.of(association, Language.FR.locale()).block().orElse(null);
    }

    private void choose(String... rows) {
        String[] fields = new String[2 * rows.length];
        for (int at = 0; at < rows.length; at++) {
            fields[2 * at] = rows[at];
            fields[2 * at + 1] = "oui";
        }
        president.post(desk, fields).expectStatus().isSeeOther();
        clock.pass(Duration.ofSeconds(1));
    }

    private String choices() {
        return text("select coalesce(string_agg(shown::text, ' ' order by set_at), '') from capacity.public_share"
                + " where association_id = '" + association.id().value() + "'");
    }

    /** As publication keeps it, with the resources of the sample gardens. */
    private void published() {
        clock.pass(Duration.ofSeconds(1));
        Assessed latest = assessments.latest(association.id()).block().orElseThrow();
        assessments
                .keep(
                        association.id(),
                        UUID.randomUUID(),
                        new Assessed(latest.id(), false, latest.grid(), Gardens.DIAGNOSIS),
                        Gardens.PREPARATION,
                        scoring.score(Gardens.DIAGNOSIS, Gardens.PREPARATION))
                .block();
    }

    private void partner(String name, String type) {
        president
                .post(space + "/partenaires/nouveau", "nom", name, "type", type, "portee", "LOCAL", "apporte-VIS", "on")
                .expectStatus()
                .isSeeOther();
    }

    private void plan(String what) {
        president
                .post(space + "/plan/nouvelle", "quoi", what, "qui", "EDITOR")
                .expectStatus()
                .isSeeOther();
    }

    private void answer(String part, String... fields) {
        president
                .post(space + "/diagnostic/questions?partie=" + part, fields)
                .expectStatus()
                .isSeeOther();
    }

    private Visitor member(Role role) {
        UUID person = people.welcome(UUID.randomUUID() + "@essai.example", "Samia Essai", "fr")
                .block()
                .id();
        founding.join(association.id(), person, role, null).block();
        return visitors.person(person);
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).first().block();
    }
}
