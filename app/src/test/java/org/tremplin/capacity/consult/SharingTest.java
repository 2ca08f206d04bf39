package org.tremplin.capacity.consult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.TestConnections;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import org.tremplin.association.Role;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Subject;

/** What others see of a diagnosis, and that they lose it at once. */
@TestApplication
@Import(Samples.class)
class SharingTest {

    private static final String OBSTACLE = "Lire les obstacles";

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    @Autowired
    TestConnections connections;

    @Autowired
    List<PersonalData> holders;

    @Autowired
    List<AwaitedActs> acts;

    private Association association;
    private Visitor president;
    private Visitor adviser;
    private String email;
    private String home;
    private String page;

    @BeforeEach
    void diagnose() {
        association = samples.association("Les Conseillés " + UUID.randomUUID());
        home = "/espace/" + association.slug() + "/diagnostic";
        page = "/conseil/" + association.slug();
        president = samples.member(association, Role.PRESIDENT);
        email = UUID.randomUUID() + "@conseil.example";
        adviser = samples.person(email);
        diagnose("3");
    }

    @Test
    void opensToAnAdviserOnlyWhatWasGranted() {
        invite("SECTIONS");
        accept();
        Document seen = Jsoup.parse(adviser.page(page));
        assertThat(seen.text())
                .contains("Section par section", "Ouvert jusqu’au", "Un mot sur l’ensemble")
                .doesNotContain("Ses réponses", OBSTACLE, "Ses partenaires");
        assertThat(adviser.page("/conseil")).contains(association.name());

        change("ANSWERS", "OBSTACLES");
        assertThat(Jsoup.parse(adviser.page(page)).text())
                .contains("Ses réponses", OBSTACLE)
                .doesNotContain("Section par section");
        assertThat(president.page(grant())).contains("2 fois", "Les scores par section");
    }

    @Test
    void closesAtOnceWhenItIsTakenBack() {
        invite("ANSWERS");
        accept();
        assertThat(adviser.page(page)).contains("Ses réponses");
        president.post(grant() + "/fin").expectStatus().isSeeOther();
        adviser.get(page).expectStatus().isNotFound();
        comment("", "Trop tard").expectStatus().isNotFound();
        assertThat(adviser.page("/conseil")).doesNotContain(association.name());
    }

    @Test
    void closesAfterItsLastDayByItself() {
        invite("ANSWERS");
        accept();
        clock.pass(Duration.ofDays(30));
        adviser = visitors.person(Objects.requireNonNull(adviser.id()));
        assertThat(adviser.page(page)).as("the last day").contains("Ses réponses");
        clock.pass(Duration.ofDays(1));
        adviser = visitors.person(Objects.requireNonNull(adviser.id()));
        adviser.get(page).expectStatus().isNotFound();
        assertThat(adviser.page("/conseil")).doesNotContain(association.name());
    }

    @Test
    void showsAnAdviserNothingOfANeighbour() {
        Association other = samples.association("Les Voisins " + UUID.randomUUID());
        invite("SECTIONS");
        accept();
        adviser.get("/conseil/" + other.slug()).expectStatus().isNotFound();
        adviser.get(home + "/resultat").expectStatus().isForbidden();
        visitors.stranger().get(page).expectStatus().isNotFound();
        president.get(page).expectStatus().isNotFound();
    }

    @Test
    void letsAnAdviserInOnlyByTheMailedLinkAndOnce() {
        invite("SECTIONS");
        adviser.get(page).expectStatus().isNotFound();
        String link = link("/invitation/conseil?token=");
        assertThat(visitors.anonymous().page(link)).contains("Les scores par section", "J’accepte");
        accept();
        visitors.stranger()
                .post("/invitation/conseil", "token", link.substring(link.indexOf('=') + 1))
                .expectStatus()
                .isEqualTo(410);
    }

    @Test
    void readsAsOftenForAnAdviserOfManyAssociations() {
        invite("SECTIONS");
        accept();
        assertThat(adviser.page("/conseil")).contains(association.name());
        long list = queries("/conseil");
        long one = queries(page);
        for (int more = 0; more < 3; more++) {
            database.sql("""
                    with other as (
                      insert into capacity.share_grant
                        (id, association_id, audience, email, language, token_hash, consent, granted_by, granted_at,
                         until_on, person_id, accepted_at)
                      select gen_random_uuid(), :other, audience, email, language, sha256(:other::text::bytea), consent,
                        granted_by, granted_at, until_on, person_id, accepted_at
                      from capacity.share_grant where association_id = :association returning id)
                    insert into capacity.share_scope (id, grant_id, shown, set_by, set_at)
                    select gen_random_uuid(), other.id, shown, set_by, set_at from other, capacity.share_scope
                    join capacity.share_grant on share_grant.id = grant_id where association_id = :association
                    """)
                    .bind(
                            "other",
                            samples.association("Autre " + UUID.randomUUID())
                                    .id()
                                    .value())
                    .bind("association", association.id().value())
                    .then()
                    .block();
        }
        assertThat(Jsoup.parse(adviser.page("/conseil")).select("a[href^=/conseil/]"))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(queries("/conseil")).isEqualTo(list);
        assertThat(queries(page)).isEqualTo(one);
    }

    /** The least of some, as the application asks things of its own meanwhile. */
    private long queries(String address) {
        return LongStream.range(0, 5)
                .map(look -> {
                    long before = connections.queries();
                    adviser.page(address);
                    return connections.queries() - before;
                })
                .min()
                .orElseThrow();
    }

    @Test
    void hidesObstaclesFromMembersWhoOnlyReadAndFromStrangers() {
        assertThat(Jsoup.parse(president.page(home + "/resultat")).text())
                .contains(Jsoup.parse(obstacleCard()).text());
        assertThat(Jsoup.parse(samples.member(association, Role.READER).page(home + "/resultat"))
                        .text())
                .doesNotContain(Jsoup.parse(obstacleCard()).text());
        visitors.stranger().get(home + "/resultat").expectStatus().isForbidden();
        samples.member(association, Role.READER)
                .get(home + "/partage")
                .expectStatus()
                .isForbidden();
        samples.member(association, Role.EDITOR)
                .post(home + "/partage/nouveau", "email", email)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void carriesCommentsToTheAssociationAndItsAnswerBack() {
        invite("ANSWERS");
        accept();
        comment("A1", "Commencez par\nla page.").expectStatus().isSeeOther();
        comment("E1", "Je devine").expectStatus().isNotFound();
        comment("", " ").expectStatus().isEqualTo(422);
        assertThat(president.page(home + "/resultat"))
                .contains("Ce que dit votre conseil", "Commencez par")
                .doesNotContain(email, "Dominique");
        assertThat(samples.member(association, Role.READER).page(home + "/resultat"))
                .doesNotContain("Commencez par");
        String id = text("select id::text from capacity.advice_comment where words like 'Commencez par%' and"
                + " association_id = '" + association.id().value() + "'");
        president
                .post(home + "/commentaires/" + id, "reponse", "Merci, c’est prévu")
                .expectStatus()
                .isSeeOther();
        assertThat(adviser.page(page)).contains("Merci, c’est prévu", "lu le");
    }

    @Test
    void showsBothAnswersToWhoeverAnswersSecond() {
        invite("ANSWERS");
        accept();
        comment("A1", "Et vos photos ?").expectStatus().isSeeOther();
        String id = text("select id::text from capacity.advice_comment where words like 'Et vos photos%' and"
                + " association_id = '" + association.id().value() + "'");
        String address = home + "/commentaires/" + id;
        president.post(address, "reponse", "Oui, en mars").expectStatus().isSeeOther();
        president.post(address, "reponse", "Oui, en mars").expectStatus().isSeeOther();
        Visitor treasurer = samples.member(association, Role.TREASURER);
        assertThat(treasurer
                        .post(address, "reponse", "Non, en mai")
                        .expectStatus()
                        .isEqualTo(409)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("Oui, en mars", "Non, en mai", "Et vos photos ?");
        assertThat(adviser.page(page)).contains("Oui, en mars").doesNotContain("Non, en mai");
        treasurer
                .post(address, "reponse", "Non, en mai", "vue", "Oui, en mars")
                .expectStatus()
                .isSeeOther();
        assertThat(adviser.page(page)).contains("Non, en mai").doesNotContain("Oui, en mars");
        treasurer
                .post(home + "/commentaires/" + UUID.randomUUID(), "reponse", "Perdu")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void showsBothTimesSideBySideWithoutANameOfWhoAnswered() {
        president.post(home, "forme", "complet", "nouveau", "1").expectStatus().isSeeOther();
        diagnose("4");
        invite("SECTIONS", "ANSWERS");
        accept();
        assertThat(Jsoup.parse(adviser.page(page)).text())
                .contains("avant :", "stable")
                .doesNotContain("Samia Essai");
        assertThat(adviser.page("/conseil")).contains("stable");
    }

    @Test
    void givesAPatronAPrivatePageWithoutAnswersAndObstacles() {
        share("mecene", "SECTIONS", "ANSWERS", "OBSTACLES", "TIES");
        assertThat(text("select array_to_string(shown, ',') from capacity.share_scope s join capacity.share_grant g"
                        + " on g.id = s.grant_id where email = '" + email + "'"))
                .isEqualTo("SECTIONS");
        String link = link("/partage/");
        String patron = Jsoup.parse(visitors.anonymous().page(link)).text();
        assertThat(patron)
                .contains("auto-déclaré", "Section par section")
                .doesNotContain("Ses réponses", OBSTACLE, "liens entre");
        assertThat(president.page(home + "/partage")).contains("une fois");
        president.post(grant() + "/fin").expectStatus().isSeeOther();
        visitors.anonymous().get(link).expectStatus().isEqualTo(410);
    }

    @Test
    void namesToAPatronOnlyThePartnersThatSaidYes() {
        String townHall = partner("Mairie de l’Essai");
        partner("Épicerie muette");
        share("mecene", "SECTIONS");
        assertThat(president.page(grant())).contains("Seulement ceux qui ont dit oui");
        String link = link("/partage/");
        change("NAMED_PARTNERS");
        assertThat(patron(link))
                .contains("aucun de ses partenaires n’a accepté")
                .doesNotContain("Mairie");

        email = UUID.randomUUID() + "@partenaires.example";
        president.post(townHall + "/accord", "email", email).expectStatus().isSeeOther();
        String answer = link("/partenaire/");
        visitors.anonymous().post(answer, "reponse", "oui").expectStatus().isSeeOther();
        assertThat(patron(link))
                .contains("Ses partenaires qui acceptent d’être cités", "Mairie de l’Essai")
                .doesNotContain("Épicerie muette");
        visitors.anonymous().post(answer, "reponse", "non").expectStatus().isSeeOther();
        assertThat(patron(link)).doesNotContain("Mairie de l’Essai");
    }

    @Test
    void namesToAPatronNobodyWhereTheRowIsNotOpen() {
        String townHall = partner("Mairie de l’Essai");
        share("mecene", "SECTIONS");
        String link = link("/partage/");
        email = UUID.randomUUID() + "@partenaires.example";
        president.post(townHall + "/accord", "email", email).expectStatus().isSeeOther();
        visitors.anonymous()
                .post(link("/partenaire/"), "reponse", "oui")
                .expectStatus()
                .isSeeOther();
        assertThat(patron(link)).doesNotContain("Mairie de l’Essai", "acceptent d’être cités");
    }

    @Test
    void namesToAnAdviserAllPartnersWhereTheRowIsOpen() {
        partner("Épicerie muette");
        invite("NAMED_PARTNERS");
        accept();
        assertThat(Jsoup.parse(adviser.page(page)).text())
                .contains("Épicerie muette")
                .doesNotContain("acceptent d’être cités");
    }

    private String patron(String link) {
        return Jsoup.parse(visitors.anonymous().page(link)).text();
    }

    /** @return its page */
    private String partner(String name) {
        String all = "/espace/" + association.slug() + "/partenaires";
        president
                .post(all + "/nouveau", "nom", name, "type", "PUBLIC", "portee", "LOCAL")
                .expectStatus()
                .isSeeOther();
        return all + "/"
                + text("select id::text from capacity.partner where association_id = '"
                        + association.id().value() + "' and name = '" + name + "'");
    }

    @Test
    void mailsAnotherLinkForALostOneAndEndsTheFirst() {
        share("mecene", "SECTIONS");
        String lost = link("/partage/");
        assertThat(president.page(grant())).contains("Renvoyer le lien");
        president.post(grant() + "/lien").expectStatus().isSeeOther();
        visitors.anonymous().get(lost).expectStatus().isEqualTo(410);
        String another = link("/partage/");
        assertThat(another).isNotEqualTo(lost);
        assertThat(Jsoup.parse(visitors.anonymous().page(another)).text()).contains("Section par section");
        assertThat(text("select (count(distinct consent) || ' ' || count(distinct until_on)) from capacity.share_grant"
                        + " where email = '" + email + "'"))
                .isEqualTo("1 1");
    }

    @Test
    void renewsNoLinkOfAnAdviserWhoCame() {
        invite("SECTIONS");
        accept();
        assertThat(president.page(grant())).doesNotContain("Renvoyer le lien");
        president.post(grant() + "/lien").expectStatus().isSeeOther();
        assertThat(adviser.page(page)).contains("Section par section");
    }

    @Test
    void opensToNoAddressThatADemonstrationDoesNotWriteTo() {
        email = "quelqu-un@ailleurs.org";
        assertThat(ask("mecene", "SECTIONS")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("adresses inventées");
    }

    @Test
    void asksThoseWhoWriteToReadWhatAnAdviserWroteOnceADay() {
        invite("ANSWERS");
        accept();
        comment("A1", "Un avis").expectStatus().isSeeOther();
        comment("", "Un autre").expectStatus().isSeeOther();
        AwaitedAct act = unread().get(0);
        assertThat(unread()).hasSize(1);
        assertThat(act.what()).isEqualTo("2");
        assertThat(act.isFor(UUID.randomUUID(), Role.EDITOR)).isTrue();
        assertThat(act.isFor(UUID.randomUUID(), Role.READER)).isFalse();
        clock.pass(Duration.ofDays(1));
        adviser = visitors.person(Objects.requireNonNull(adviser.id()));
        comment("", "Le lendemain").expectStatus().isSeeOther();
        assertThat(unread().get(0).key()).isNotEqualTo(act.key());
        database.sql("update capacity.advice_comment set read_at = written_at")
                .then()
                .block();
        assertThat(unread()).isEmpty();
    }

    @Test
    void showsThePlanByRolesOnlyWhereItIsOpen() {
        plan("Ouvrir une page simple");
        invite("SECTIONS");
        accept();
        assertThat(adviser.page(page)).doesNotContain("Ouvrir une page simple");
        change("PLAN");
        assertThat(Jsoup.parse(adviser.page(page)).text())
                .contains("Son plan d’action", "Ouvrir une page simple", "À faire, Rédaction");
    }

    @Test
    void showsAPatronThePlanByChoice() {
        plan("Ouvrir une page simple");
        share("mecene", "PLAN");
        assertThat(visitors.anonymous().page(link("/partage/"))).contains("Ouvrir une page simple");
    }

    @Test
    void refusesAShareWithoutConsentOrBeyondAYear() {
        president
                .post(
                        home + "/partage/nouveau",
                        "pour",
                        "conseil",
                        "email",
                        email,
                        "jusqu",
                        "2028-01-01",
                        "SECTIONS",
                        "oui")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("sans lui, rien ne s’ouvre", "dans un an", email));
        invite("SECTIONS");
        assertThat(ask("conseil", "SECTIONS")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("déjà un partage ouvert");
    }

    @Test
    void keepsWhatWasOpenedOnRecord() {
        invite("SECTIONS");
        change("ANSWERS");
        assertThat(text("select count(*)::text from capacity.share_scope where grant_id = '" + id() + "'"))
                .isEqualTo("2");
        assertThat(catchThrowable(() -> database.sql("update capacity.share_scope set shown = '{}'")
                        .then()
                        .block()))
                .hasMessageContaining("stays on record");
    }

    @Test
    void forgetsAnAdviserWhoAsksForIt() {
        invite("ANSWERS");
        accept();
        comment("", "Un avis").expectStatus().isSeeOther();
        Subject subject = new Subject(email);
        assertThat(holders.stream()
                        .map(holder -> String.valueOf(holder.copy(subject).block()))
                        .reduce("", String::concat))
                .contains("Un avis", "ADVISER");
        holders.stream()
                .filter(holder -> holder.getClass().getPackageName().endsWith("capacity.share"))
                .forEach(holder -> holder.erase(subject).block());
        assertThat(president.page(home + "/partage"))
                .contains("adresse oubliée")
                .doesNotContain(email);
        assertThat(president.page(home + "/resultat")).doesNotContain("Un avis");
        adviser.get(page).expectStatus().isNotFound();
    }

    @Test
    void takesPartInPeerFiguresOnlyByItsWord() {
        String join = home + "/partage/chiffres";
        assertThat(president.page(home + "/partage")).contains("Vous ne participez pas");
        president.post(join, "oui", "oui").expectStatus().isSeeOther();
        president.post(join, "oui", "oui").expectStatus().isSeeOther();
        assertThat(president.page(home + "/partage")).contains("Vous participez depuis le 16");
        president.post(join).expectStatus().isSeeOther();
        assertThat(text("select string_agg(given::text, ' ' order by said_at, id) from capacity.peer_consent"
                        + " where association_id = '" + association.id().value() + "'"))
                .isEqualTo("true false");
    }

    private List<AwaitedAct> unread() {
        return acts.stream()
                .flatMap(source -> source.awaited(List.of(association.id()), 10).collectList().block().stream())
                .filter(act -> act.kind().equals("comment.unread"))
                .toList();
    }

    private void diagnose(String first) {
        if (first.equals("3")) {
            president.post(home, "forme", "complet").expectStatus().isSeeOther();
        }
        answer("profil", "staff", "0", "budget", "0", "reach", "LOCAL", "P9", "1");
        answer("energie", "INN", "1", "COM", "4", "SER", "4", "EXP", "1");
        answer("en-ligne", "A1", first, "A2", "1", "A3", "1", "A4", "2", "A5", "1", "A6", "1", "A7", "0");
        answer("logiciels", "B1", "2", "B2", "2", "B3", "1", "B4", "1", "B5", "1", "B6", "1", "B7", "0");
        answer("gouvernance", "G1", "1", "G2", "1", "G3", "1", "G4", "3", "G5", "1");
        answer("obstacles", "E1", "4", "E2", "4", "E3", "4", "E4", "4", "E5", "4", "E6", "4", "E7", "4");
        president.post(home + "/resultat").expectStatus().isSeeOther();
    }

    private void answer(String part, String... fields) {
        president
                .post(home + "/questions?partie=" + part, fields)
                .expectStatus()
                .isSeeOther();
    }

    /** The advice about an obstacle that the president's page shows. */
    private String obstacleCard() {
        Document result = Jsoup.parse(president.page(home + "/resultat"));
        return result.select(".rec").stream()
                .filter(card -> !Jsoup.parse(
                                samples.member(association, Role.READER).page(home + "/resultat"))
                        .select("main")
                        .text()
                        .contains(card.select("h3").text()))
                .findFirst()
                .map(card -> card.select("h3").text())
                .orElse("an obstacle that only writers see");
    }

    private void plan(String what) {
        president
                .post("/espace/" + association.slug() + "/plan/nouvelle", "quoi", what, "qui", "EDITOR")
                .expectStatus()
                .isSeeOther();
    }

    private void invite(String... rows) {
        share("conseil", rows);
    }

    private void share(String audience, String... rows) {
        ask(audience, rows).expectStatus().isSeeOther();
    }

    private WebTestClient.ResponseSpec ask(String audience, String... rows) {
        String[] fields = new String[8 + 2 * rows.length];
        String[] fixed = {"pour", audience, "email", email, "jusqu", "2026-12-16", "accord", "oui"};
        System.arraycopy(fixed, 0, fields, 0, 8);
        for (int at = 0; at < rows.length; at++) {
            fields[8 + 2 * at] = rows[at];
            fields[9 + 2 * at] = "oui";
        }
        return president.post(home + "/partage/nouveau", fields);
    }

    private void change(String... rows) {
        String[] fields = new String[2 * rows.length];
        for (int at = 0; at < rows.length; at++) {
            fields[2 * at] = rows[at];
            fields[2 * at + 1] = "oui";
        }
        president.post(grant(), fields).expectStatus().isSeeOther();
    }

    private void accept() {
        String link = link("/invitation/conseil?token=");
        assertThat(adviser.post("/invitation/conseil", "token", link.substring(link.indexOf('=') + 1))
                        .expectStatus()
                        .isSeeOther()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getFirst(HttpHeaders.LOCATION))
                .isEqualTo(page);
    }

    private WebTestClient.ResponseSpec comment(String item, String words) {
        return adviser.post(page + "/commentaires", "question", item, "mot", words);
    }

    /** The address that was mailed. */
    private String link(String begin) {
        String mail = visitors.anonymous()
                .page("/demo/courrier/"
                        + text("select id::text from notification.mail where recipient = '" + email
                                + "' order by id desc"));
        int at = mail.indexOf(begin);
        int end = at + begin.length();
        while ("-_".indexOf(mail.charAt(end)) >= 0 || Character.isLetterOrDigit(mail.charAt(end))) {
            end++;
        }
        return mail.substring(at, end);
    }

    private String grant() {
        return home + "/partage/" + id();
    }

    private String id() {
        return text("select id::text from capacity.share_grant where email = '" + email
                + "' order by granted_at desc, id desc");
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).first().block();
    }
}
