package org.tremplin.capacity.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.Role;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Diagnosing;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Ties;
import org.tremplin.platform.privacy.Subject;

@TestApplication
@Import(Samples.class)
class ExchangeTest {

    /** Nothing is in place. */
    private static final Diagnosis WEAK = new Diagnosis(
            new Profile(0, Ratio.ZERO, Reach.LOCAL, Answer.TRIED, null, null),
            Collections.nCopies(8, Answer.NOT_IN_PLACE),
            Collections.nCopies(7, Answer.NOT_IN_PLACE),
            List.of(),
            Collections.nCopies(8, Answer.NOT_IN_PLACE),
            List.of(),
            List.of(),
            Ties.NONE);

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    @Autowired
    OfferData data;

    @Autowired
    ExchangeMails mails;

    @Autowired
    HelpActs acts;

    @Autowired
    Diagnosing diagnosing;

    @Autowired
    Associations associations;

    private String slug;
    private String desk;
    private String need;
    private Visitor president;
    private String email;

    @BeforeEach
    void publish() {
        Association association = samples.association("Les Aidés " + UUID.randomUUID());
        slug = "aide-" + UUID.randomUUID();
        String id = samples.campaign(association, slug).campaign().id().value().toString();
        desk = "/espace/" + association.slug() + "/c/" + id + "/aide";
        need = text("select id::text from capacity.need where origin = 'gap:video' and campaign_id = '" + id + "'");
        president = samples.president(association);
        email = UUID.randomUUID() + "@don.example";
    }

    @Test
    void asksForNothingInPublicBeforeTheAssociationConfirms() {
        assertThat(visitors.anonymous().page("/c/" + slug + "/aider")).doesNotContain("Filmer une");
        assertThat(president.page(desk)).contains("Filmer une vidéo d’une minute");
        askFor("Filmer une vidéo");
        assertThat(visitors.anonymous().page("/c/" + slug + "/aider")).contains("Filmer une vidéo");
        assertThat(visitors.anonymous().page("/c/" + slug)).contains("Filmer une vidéo", "aider?besoin=" + need);
    }

    @Test
    void showsNamesOnlyOnceBothSaidYesAndCountsTheHours() {
        askFor("Filmer une vidéo");
        offer("/c/" + slug + "/aider", "besoin", need);
        String page = "/aide/" + token();
        assertThat(visitors.anonymous().page(page)).contains("Confirmer");
        assertThat(president.page(desk)).as("a GET changes nothing").doesNotContain("Deux caméras");
        visitors.anonymous().post(page).expectStatus().isSeeOther();
        assertThat(president.page(desk))
                .contains("Deux caméras", "cette offre répond")
                .doesNotContain(email, "Camille");

        String match = text("select m.id::text from capacity.help_match m join capacity.offer o on o.id = m.offer_id"
                + " where o.email = '" + email + "'");
        visitors.anonymous().post(page + "/accord", "proposition", match);
        assertThat(president.page(desk))
                .as("nobody agrees before they are asked")
                .doesNotContain(email);
        president.post(desk + "/reponses/" + match + "/accord").expectStatus().isSeeOther();
        assertThat(visitors.anonymous().page(page)).contains("dit oui").doesNotContain("presidente@");
        assertThat(president.page(desk)).doesNotContain(email);
        visitors.anonymous()
                .post(page + "/accord", "proposition", match)
                .expectStatus()
                .isSeeOther();
        assertThat(visitors.anonymous().page(page)).contains("presidente@");
        assertThat(president.page(desk)).contains(email, "Camille");

        president
                .post(desk + "/reponses/" + match + "/bilan", "fait", "oui", "heures", "5", "mot", "Merci !")
                .expectStatus()
                .isSeeOther();
        assertThat(visitors.anonymous().page(page)).contains("C’est fait");
        data.erase(new Subject(email)).block();
        visitors.anonymous().get(page).expectStatus().isNotFound();
        assertThat(text("select count(*) || ' ' || sum(hours) from capacity.help_match where state = 'DONE'"
                        + " and need_id = '" + need + "'"))
                .as("the hours stay, the person does not")
                .isEqualTo("1 5");
        assertThat(president.page(desk)).doesNotContain(email);
    }

    @Test
    void proposesAnOfferLeftForAnybodyWhereItFits() {
        offer("/aider", "genre", "SKILL");
        visitors.anonymous().post("/aide/" + token()).expectStatus().isSeeOther();
        askFor("Filmer avec des caméras");
        assertThat(president.page(desk))
                .contains("Deux caméras", "les deux parlent de")
                .doesNotContain(email);
        visitors.anonymous()
                .post("/aide/" + token() + "/retrait")
                .expectStatus()
                .isOk();
        assertThat(president.page(desk)).doesNotContain("Deux caméras");
    }

    @Test
    void carriesNoWordOfAStrangerToTheAddressTheyTyped() {
        askFor("Filmer une vidéo");
        offer("/c/" + slug + "/aider", "besoin", need);
        assertThat(visitors.anonymous()
                        .page("/demo/courrier/"
                                + text("select id::text from notification.mail where kind = 'exchange.confirm'"
                                        + " and recipient = '" + email + "'")))
                .contains("/aide/" + token())
                .doesNotContain("Deux caméras", "Camille");
    }

    /** Each side learns by mail what the other said, once, with a link to its own page. */
    @Test
    void writesToEachSideWhatTheOtherSaid() {
        askFor("Filmer une vidéo");
        offer("/c/" + slug + "/aider", "besoin", need);
        String page = "/aide/" + token();
        visitors.anonymous().post(page).expectStatus().isSeeOther();
        String match = text("select m.id::text from capacity.help_match m join capacity.offer o on o.id = m.offer_id"
                + " where o.email = '" + email + "'");
        president.post(desk + "/reponses/" + match + "/accord");
        assertThat(mailed("asked", match))
                .contains(page, "Un jardin pour tous", "Deux caméras")
                .doesNotContain("Camille");
        visitors.anonymous().post(page + "/accord", "proposition", match);
        assertThat(mailed("agreed", match))
                .contains(desk, "Un jardin pour tous")
                .doesNotContain(email);
        clock.pass(Duration.ofDays(45));
        assertThat(mailed("followed", match)).contains(page, "Est-ce fait");
        president.post(desk + "/reponses/" + match + "/bilan", "fait", "oui", "heures", "5", "mot", "Un grand merci");
        assertThat(mailed("thanks", match)).contains("Un grand merci", page);
        mails.tell().block();
        assertThat(text("select count(*)::text from notification.mail where about = '" + match + "'"))
                .as("each once")
                .isEqualTo("4");
    }

    @Test
    void asksNoMoreOnceTheDayOfANeedHasPassed() {
        LocalDate last = LocalDate.ofInstant(clock.instant(), Matches.ZONE).plusDays(3);
        askFor("Filmer une vidéo", last.toString());
        offer("/c/" + slug + "/aider", "besoin", need);
        assertThat(president.page(desk)).doesNotContain("date passée");
        clock.pass(Duration.ofDays(4));
        assertThat(visitors.anonymous().page("/c/" + slug + "/aider")).doesNotContain("Filmer une");
        assertThat(president.page(desk)).contains("date passée", "Filmer une");
        assertThat(visitors.anonymous().page("/aide/" + token()))
                .contains("Ce besoin n’est plus demandé")
                .doesNotContain("Confirmer");
        visitors.anonymous().post("/aide/" + token()).expectStatus().isSeeOther();
        assertThat(visitors.anonymous().page("/aide/" + token()))
                .contains("Ce besoin n’est plus demandé")
                .doesNotContain("Nous vous écrirons");
    }

    @Test
    void countsAmongTheFiveOnlyWhatIsStillAsked() {
        LocalDate last = LocalDate.ofInstant(clock.instant(), Matches.ZONE).plusDays(3);
        askFor("Filmer une vidéo", last.toString());
        List<String> others = Stream.generate(this::own).limit(5).toList();
        others.subList(0, 4)
                .forEach(one -> ask(one, "Tenir un stand", "").expectStatus().isSeeOther());
        ask(others.get(4), "Tenir un stand", "")
                .expectStatus()
                .value(status -> assertThat(status).isNotEqualTo(303));
        clock.pass(Duration.ofDays(4));
        ask(others.get(4), "Tenir un stand", "").expectStatus().isSeeOther();
        ask(need, "Filmer une vidéo", "")
                .expectStatus()
                .value(status -> assertThat(status)
                        .as("asked anew it would be the sixth")
                        .isNotEqualTo(303));
        ask(others.get(4), "Tenir la buvette", "").expectStatus().isSeeOther();
    }

    private String own() {
        String id = UUID.randomUUID().toString();
        database.sql("""
                insert into capacity.need (id, campaign_id, origin, kind, label, detail, department, remote, state, created_at)
                select '%1$s', campaign_id, 'own:%1$s', 'TIME', '', '', '', false, 'PROPOSED', created_at
                from capacity.need where id = '%2$s'
                """.formatted(id, need)).then().block();
        return id;
    }

    @Test
    void waitsForNoWordOnceItsDayHasPassed() {
        LocalDate last = LocalDate.ofInstant(clock.instant(), Matches.ZONE).plusDays(3);
        askFor("Filmer une vidéo", last.toString());
        offer("/c/" + slug + "/aider", "besoin", need);
        visitors.anonymous().post("/aide/" + token()).expectStatus().isSeeOther();
        assertThat(waiting()).containsExactly("help.offer");
        assertThat(visitors.anonymous().page("/aide/" + token())).doesNotContain("n’est plus demandé");
        clock.pass(Duration.ofDays(4));
        assertThat(waiting()).isEmpty();
        assertThat(visitors.anonymous().page("/aide/" + token())).contains("n’est plus demandé");
    }

    @Test
    void waitsForNoWordOnceTheDayOfTheOfferHasPassed() {
        askFor("Filmer une vidéo");
        offer("/c/" + slug + "/aider", "besoin", need);
        visitors.anonymous().post("/aide/" + token()).expectStatus().isSeeOther();
        clock.pass(Duration.ofDays(40));
        assertThat(waiting()).containsExactly("help.offer");
        assertThat(visitors.anonymous().page("/aide/" + token())).contains("Nous vous écrirons");
        clock.pass(Duration.ofDays(1));
        assertThat(waiting()).isEmpty();
        Document page = Jsoup.parse(visitors.anonymous().page("/aide/" + token()));
        assertThat(page.text()).contains("dernier jour", "passé").doesNotContain("Nous vous écrirons");
        assertThat(page.select("main a[href=/aider]").text()).isEqualTo("Proposer de nouveau");
    }

    @Test
    void asksNobodyToConfirmAnOfferWhoseDayHasPassed() {
        offer("/aider", "genre", "SKILL");
        clock.pass(Duration.ofDays(41));
        assertThat(visitors.anonymous().page("/aide/" + token()))
                .contains("dernier jour")
                .doesNotContain("Confirmer");
    }

    private List<String> waiting() {
        return acts.awaited(List.of(associations.at(desk.split("/")[2]).block().id()), 10)
                .map(AwaitedAct::kind)
                .collectList()
                .block();
    }

    @Test
    void showsWhatWasTypedOfHelpThatIsNotToldWhole() {
        String match = agreed();
        assertThat(president
                        .post(desk + "/reponses/" + match + "/bilan", "heures", "cinq", "mot", "Un grand merci")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("value=\"cinq\"", ">Un grand merci</textarea>");
        president.post(desk + "/reponses/" + match + "/bilan", "fait", "oui", "mot", "Un grand merci");
        assertThat(president.page(desk)).contains("Fait").doesNotContain("0 h");
    }

    private String agreed() {
        askFor("Filmer une vidéo");
        offer("/c/" + slug + "/aider", "besoin", need);
        visitors.anonymous().post("/aide/" + token());
        String match = text("select m.id::text from capacity.help_match m join capacity.offer o on o.id = m.offer_id"
                + " where o.email = '" + email + "'");
        president.post(desk + "/reponses/" + match + "/accord");
        visitors.anonymous().post("/aide/" + token() + "/accord", "proposition", match);
        return match;
    }

    @Test
    void writesByDayOnly() {
        assertThat(ExchangeMails.byDay(LocalTime.of(7, 59))).isFalse();
        assertThat(ExchangeMails.byDay(LocalTime.of(8, 0))).isTrue();
        assertThat(ExchangeMails.byDay(LocalTime.of(19, 59))).isTrue();
        assertThat(ExchangeMails.byDay(LocalTime.of(20, 0))).isFalse();
    }

    private String mailed(String step, String match) {
        mails.tell().block();
        String mail = visitors.anonymous()
                .page("/demo/courrier/"
                        + text("select id::text from notification.mail where kind = 'exchange." + step
                                + "' and about = '" + match + "'"));
        assertThat(mail).doesNotContain("??");
        return mail;
    }

    /** What the diagnosis advises and others can bring is proposed beside the lines of the budget. */
    @Test
    void proposesWhatTheDiagnosisSaysIsMissing() {
        assertThat(president.page(desk)).doesNotContain("D’après votre diagnostic");
        Association association = associations.at(desk.split("/")[2]).block();
        diagnosing
                .conclude(association.id(), 0, president.id(), Role.PRESIDENT, WEAK)
                .block();
        assertThat(president.page(desk))
                .contains("D’après votre diagnostic", "Réunir nos contacts dans un seul fichier");
        president.post(desk, "conseil", "R08").expectStatus().isSeeOther();
        president.post(desk, "conseil", "R08").expectStatus().isSeeOther();
        assertThat(text("select count(*) || ' ' || min(kind) || ' ' || min(state) from capacity.need need"
                        + " join capacity.help_campaign c using (campaign_id)"
                        + " where origin = 'gap:R08' and slug = '" + slug + "'"))
                .isEqualTo("1 SKILL PROPOSED");
        assertThat(president.page(desk)).contains("value=\"Réunir nos contacts dans un seul fichier\"");
    }

    @Test
    void namesEachFieldOfAnOfferThatIsEmpty() {
        String page = visitors.anonymous()
                .post("/en/aider", "quoi", "", "nom", "")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(Jsoup.parse(page)
                        .select(".fix a[href=#quoi], .fix a[href=#nom]")
                        .eachText())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void mailsNobodyWhereSomethingIsWrong() {
        askFor("Filmer une vidéo");
        visitors.anonymous()
                .post("/c/" + slug + "/aider", "email", email, "quoi", "", "jusqu", "2020-01-01")
                .expectStatus()
                .isEqualTo(422);
        assertThat(text("select count(*)::text from capacity.offer where email = '" + email + "'"))
                .isEqualTo("0");
    }

    @Test
    void floodsNobodysMailbox() {
        for (int i = 0; i < 5; i++) {
            offer("/aider", "genre", "TIME");
        }
        visitors.anonymous()
                .post("/aider", fields("genre", "TIME"))
                .expectStatus()
                .isEqualTo(429);
    }

    private void askFor(String what) {
        askFor(what, "");
    }

    private void askFor(String what, String before) {
        ask(need, what, before).expectStatus().isSeeOther();
    }

    private WebTestClient.ResponseSpec ask(String id, String what, String before) {
        return president.post(
                desk + "/" + id + "/publication",
                "quoi",
                what,
                "genre",
                "SKILL",
                "heures",
                "6",
                "lieu",
                "69",
                "distance",
                "on",
                "avant",
                before);
    }

    private void offer(String page, String field, String value) {
        visitors.anonymous().post(page, fields(field, value)).expectStatus().isSeeOther();
    }

    private String[] fields(String field, String value) {
        String until =
                LocalDate.ofInstant(clock.instant(), Matches.ZONE).plusDays(40).toString();
        return new String[] {
            field,
            value,
            "nom",
            "Camille",
            "email",
            email,
            "quoi",
            "Deux caméras et leur opératrice",
            "heures",
            "6",
            "lieu",
            "69",
            "jusqu",
            until
        };
    }

    private String token() {
        return text("select token from capacity.offer where email = '" + email + "' order by id limit 1");
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).one().block();
    }
}
