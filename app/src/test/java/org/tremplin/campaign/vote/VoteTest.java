package org.tremplin.campaign.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Formalities;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.privacy.Subject;

/** The board asked by mailed links, and a condition passed over in public. */
@TestApplication
@Import(Samples.class)
class VoteTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    CampaignDesign design;

    @Autowired
    VoteReminders reminders;

    @Autowired
    VoteData data;

    @Autowired
    VoteActs acts;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    private Association association;
    private CampaignId campaign;
    private Plan plan;
    private String slug;
    private String home;
    private Visitor president;
    private UUID founder;
    private String outside;

    /** Everything but the decision of the board. */
    @BeforeEach
    void draft() {
        association = samples.association("Le Bureau " + UUID.randomUUID());
        slug = "bureau-" + UUID.randomUUID();
        plan = samples.promising(samples.plan("Un four à pain"));
        campaign = design.create(association.id(), slug, plan).block();
        design.attest(association.id(), campaign, new Formalities(null, "", true, "donnees@essai.example", null))
                .block();
        samples.secondPerson(association.id());
        home = "/espace/" + association.slug() + "/c/" + campaign.value();
        founder = samples.founder(association);
        president = visitors.person(founder);
        outside = UUID.randomUUID() + "@bureau.example";
    }

    @Test
    void opensTheWayToPublicationByItself() {
        president.post(home + "/publication").expectStatus().isEqualTo(422);
        ask("1");
        List<String> links = links();
        assertThat(links).hasSize(2);
        assertThat(visitors.anonymous().page(links.get(0))).contains("Un four à pain", "Terre");
        links.forEach(link -> answer(link, "YES"));
        close();
        assertThat(president.page(home + "/publication")).contains("vote par e-mail, 2 oui, 0 non, 0 à changer");
        president.post(home + "/publication").expectStatus().isSeeOther();
        assertThat(visitors.anonymous().page("/c/" + slug)).contains("Un four à pain");
    }

    @Test
    void takesAnOpenedLinkForNoAnswer() {
        ask("1");
        String link = links().get(0);
        for (int look = 0; look < 3; look++) {
            visitors.anonymous().get(link).expectStatus().isOk();
        }
        assertThat(text("select count(answer)::text from campaign.board_voter where token = '" + token(link) + "'"))
                .isEqualTo("0");
    }

    @Test
    void countsTheLastAnswerOnceAndNoneThatIsLate() {
        ask("1");
        List<String> links = links();
        answer(links.get(0), "NO");
        answer(links.get(0), "YES");
        visitors.anonymous()
                .post(links.get(1), "reponse", "CHANGE", "phrase", "")
                .expectStatus()
                .isEqualTo(422);
        visitors.anonymous().post(links.get(1)).expectStatus().isEqualTo(422);
        assertThat(president.page(home + "/vote"))
                .contains("1 sur 2 ont répondu")
                .doesNotContain("/cloture");
        president.post(home + "/vote/" + vote() + "/cloture").expectStatus().isSeeOther();
        assertThat(text("select coalesce(outcome, 'open') from campaign.board_vote where id = '" + vote() + "'"))
                .as("nobody ends it early")
                .isEqualTo("open");
        president.get(home + "/vote/" + vote()).expectStatus().isNotFound();

        expire();
        visitors.anonymous().post(links.get(1), "reponse", "NO").expectStatus().isEqualTo(409);
        assertThat(acts.awaited(List.of(association.id()), 10).collectList().block())
                .singleElement()
                .satisfies(act -> assertThat(act.isFor(founder, Role.PRESIDENT)).isTrue());
        close();
        assertThat(president.page(home + "/vote/" + vote())).contains("1 oui, 0 non, 0 à changer", "une réponse");
        visitors.anonymous().post(links.get(0), "reponse", "NO").expectStatus().isEqualTo(409);
    }

    @Test
    void keepsTheMinutesAsAPaperWithoutAnOutsidersAddress() throws IOException {
        ask("2");
        List<String> links = links();
        answer(links.get(0), "YES");
        visitors.anonymous()
                .post(links.get(1), "reponse", "CHANGE", "phrase", "Un four plus petit")
                .expectStatus()
                .isSeeOther();
        close();
        byte[] pdf = president
                .get(home + "/vote/" + vote() + "/compte-rendu.pdf")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String read = new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0]+", " ");
            assertThat(read)
                    .contains(
                            "Le bureau n’a pas dit oui",
                            "Amina Essai, présidence : a répondu",
                            "membre du bureau sans compte",
                            "Un four plus petit",
                            text("select fingerprint from campaign.board_vote where id = '" + vote() + "'"))
                    .doesNotContain(outside, "@");
        }
        visitors.member(association.slug(), "READER")
                .get(home + "/vote/" + vote())
                .expectStatus()
                .isOk();
        visitors.anonymous().get(home + "/vote/" + vote()).expectStatus().is3xxRedirection();
        president.post(home + "/publication").expectStatus().isEqualTo(422);
    }

    @Test
    void isTakenBackByALaterNo() {
        for (String said : List.of("YES", "NO")) {
            ask("1");
            links().forEach(link -> answer(link, said));
            close();
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(president.page(home + "/publication")).doesNotContain("vote par e-mail, 2 oui");
        president.post(home + "/publication").expectStatus().isEqualTo(422);
    }

    @Test
    void standsNoLongerForAnotherBudgetAndSaysSo() {
        ask("1");
        links().forEach(link -> answer(link, "YES"));
        close();
        Plan.BudgetLine first = plan.lines().get(0);
        List<Plan.BudgetLine> lines = new ArrayList<>(plan.lines());
        lines.set(
                0,
                new Plan.BudgetLine(
                        first.id(), first.label(), first.purpose(), 70_000, 70_000, first.need(), true, "", false));
        design.revise(
                        association.id(),
                        campaign,
                        plan.budgeted(lines, plan.resources(), plan.belowGoal(), plan.aboveGoal()))
                .block();
        assertThat(president.page(home + "/publication")).contains("Le bureau a voté, puis l’objectif ou les lignes");
        assertThat(president.page(home + "/vote")).contains("Voulez-vous demander à nouveau");
        president.post(home + "/publication").expectStatus().isEqualTo(422);
        // the dated paper remains the other way
        design.attest(
                        association.id(),
                        campaign,
                        Formalities.said(plan.opensOn().minusDays(1), "Classeur", true, "donnees@essai.example"))
                .block();
        president.post(home + "/publication").expectStatus().isSeeOther();
    }

    @Test
    void mailsNothingButTheNameOfTheAssociationToATypedAddressAndForgetsItOnDemand() {
        ask("1");
        String mail = visitors.anonymous()
                .page("/demo/courrier/"
                        + text("select id::text from notification.mail where kind = 'campaign.vote' and recipient = '"
                                + outside + "'"));
        assertThat(mail)
                .contains("/vote/", "un projet de campagne", association.name())
                .doesNotContain("Un four à pain", "Amina", "Terre", "potager");
        String link = "/vote/" + text("select token from campaign.board_voter where email = '" + outside + "'");
        answer(link, "NO");
        visitors.anonymous().post(link + "/retrait").expectStatus().isOk();
        visitors.anonymous().get(link).expectStatus().isNotFound();
        assertThat(text("select count(answer)::text from campaign.board_voter where vote_id = '" + vote() + "'"))
                .isEqualTo("0");
    }

    @Test
    void remindsOnceWhoeverHasNotAnswered() {
        ask("1");
        answer(links().get(0), "YES");
        database.sql("update campaign.board_vote set remind_at = opened_at where id = '" + vote() + "'")
                .then()
                .block();
        reminders.remind().block();
        reminders.remind().block();
        assertThat(text(
                        "select count(*)::text from notification.mail where kind = 'campaign.vote-reminder' and about in"
                                + " (select id::text from campaign.board_voter where vote_id = '" + vote() + "')"))
                .isEqualTo("1");
    }

    @Test
    void forgetsAddressesAndAnswersHalfAYearLaterAndKeepsTheCount() {
        ask("1");
        links().forEach(link -> answer(link, "YES"));
        close();
        data.erase(new Subject(outside)).block();
        assertThat(text("select count(*)::text from campaign.board_voter where email = '" + outside + "'"))
                .isEqualTo("0");
        data.forget(clock.instant().plus(Duration.ofDays(30)), 1_000).block();
        assertThat(voters()).isEqualTo("1 1");
        data.forget(clock.instant().plus(Duration.ofDays(220)), 1_000).block();
        assertThat(voters()).isEqualTo("0 0");
        assertThat(president.page(home + "/vote/" + vote())).contains("2 oui");
    }

    @Test
    void refusesWhatNoBoardIs() {
        for (String[] wrong : List.of(
                new String[] {"jours", "0", "reponses", "1"},
                new String[] {"jours", "31", "reponses", "1"},
                new String[] {"jours", "7", "reponses", "9"},
                new String[] {"jours", "7", "reponses", "1", "adresses", "sans arobase"})) {
            List<String> fields = new ArrayList<>(List.of(wrong));
            fields.addAll(List.of("membre-" + founder, "on"));
            president
                    .post(home + "/vote", fields.toArray(String[]::new))
                    .expectStatus()
                    .isEqualTo(422);
        }
        president
                .post(home + "/vote", "jours", "7", "reponses", "1")
                .expectStatus()
                .isEqualTo(422);
        visitors.member(association.slug(), "EDITOR")
                .post(home + "/vote", "jours", "7", "reponses", "1", "membre-" + founder, "on")
                .expectStatus()
                .isForbidden();
        ask("1");
        president
                .post(home + "/vote", "jours", "7", "reponses", "1", "membre-" + founder, "on")
                .expectStatus()
                .isEqualTo(409);
        president.post(home + "/vote/" + vote() + "/retrait").expectStatus().isSeeOther();
        assertThat(president.page(home + "/vote")).contains("Consultation annulée");
    }

    @Test
    void keepsWordsThatComeTooLateToBeCopied() {
        ask("1");
        String link = links().get(0);
        expire();
        assertThat(body(visitors.anonymous().post(link, "reponse", "CHANGE", "phrase", "Un four plus petit"), 409))
                .contains("à copier", "Un four plus petit");
        assertThat(visitors.anonymous().page(link)).doesNotContain("à copier");
    }

    @Test
    void showsWhatWasTypedWhereAVoteIsOpenAlready() {
        ask("1");
        assertThat(body(askOf(home, "autre@bureau.example"), 409))
                .contains("Une consultation est déjà en cours", "autre@bureau.example");
    }

    @Test
    void keepsWhatWasTypedWhereTheBudgetIsNotReady() {
        CampaignId bare =
                design.create(association.id(), slug + "-2", samples.plan("")).block();
        String other = "/espace/" + association.slug() + "/c/" + bare.value();
        assertThat(president.page(other + "/vote")).doesNotContain("<textarea");
        assertThat(body(askOf(other, "autre@bureau.example"), 422))
                .contains("un budget qui tombe juste", "autre@bureau.example");
    }

    @Test
    void writesToAFewTypedAddressesOfAnAssociationADayWhateverTheCampaign() {
        StringBuilder many = new StringBuilder();
        for (int at = 0; at < 28; at++) {
            many.append(at).append('.').append(outside).append('\n');
        }
        askOf(home, many.toString()).expectStatus().isSeeOther();
        CampaignId second = design.create(association.id(), "bureau-" + UUID.randomUUID(), plan)
                .block();
        String other = "/espace/" + association.slug() + "/c/" + second.value();
        assertThat(body(askOf(other, many.toString()), 429)).contains("Au plus 30 adresses sans compte par jour");
        askOf(other, "a." + outside + "\nb." + outside).expectStatus().isSeeOther();
    }

    private WebTestClient.ResponseSpec askOf(String page, String addresses) {
        return president.post(
                page + "/vote", "jours", "7", "reponses", "1", "membre-" + founder, "on", "adresses", addresses);
    }

    private static String body(WebTestClient.ResponseSpec response, int status) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void passesOverWhatTheLawDoesNotAskForAndNothingElse() {
        design.revise(association.id(), campaign, plan.promising(List.of())).block();
        design.attest(
                        association.id(),
                        campaign,
                        Formalities.said(plan.opensOn().minusDays(1), "Classeur", true, "donnees@essai.example"))
                .block();
        president.post(home + "/publication").expectStatus().isEqualTo(422);
        String reason = "Urgence : la date dépend de la décrue.";
        for (String law : List.of("identite", "moyens", "decision", "budget", "recu", "donnees", "")) {
            president
                    .post(home + "/passer-outre", "condition", law, "raison", reason)
                    .expectStatus()
                    .isEqualTo(422);
        }
        president
                .post(home + "/passer-outre", "condition", "rapport", "raison", "Trop court")
                .expectStatus()
                .isEqualTo(422);
        visitors.member(association.slug(), "TREASURER")
                .post(home + "/passer-outre", "condition", "rapport", "raison", reason)
                .expectStatus()
                .isForbidden();
        president
                .post(home + "/passer-outre", "condition", "rapport", "raison", reason)
                .expectStatus()
                .isSeeOther();
        assertThat(president.page(home + "/publication")).contains("Passée outre le", reason);
        president.post(home + "/publication").expectStatus().isSeeOther();
        assertThat(visitors.anonymous().page("/c/" + slug)).contains(reason);
        president
                .post(home + "/passer-outre/retrait", "condition", "rapport")
                .expectStatus()
                .isSeeOther();
        assertThat(president.page(home + "/publication")).doesNotContain("Passée outre le");
    }

    private void ask(String least) {
        president
                .post(home + "/vote", "jours", "7", "reponses", least, "membre-" + founder, "on", "adresses", outside)
                .expectStatus()
                .isSeeOther();
    }

    private void answer(String link, String answer) {
        visitors.anonymous().post(link, "reponse", answer).expectStatus().isSeeOther();
    }

    private void close() {
        president.post(home + "/vote/" + vote() + "/cloture").expectStatus().isSeeOther();
        assertThat(text("select (closed_at is not null)::text from campaign.board_vote where id = '" + vote() + "'"))
                .isEqualTo("true");
    }

    /** The last day is past. */
    private void expire() {
        database.sql("update campaign.board_vote set opened_at = :before, ends_at = :now where id = :id")
                .bind("before", clock.instant().minus(Duration.ofDays(7)))
                .bind("now", clock.instant())
                .bind("id", UUID.fromString(vote()))
                .then()
                .block();
    }

    private List<String> links() {
        return database.sql(
                        "select '/vote/' || token as link from campaign.board_voter where vote_id = :vote order by id")
                .bind("vote", UUID.fromString(vote()))
                .map(row -> row.get("link", String.class))
                .all()
                .collectList()
                .block();
    }

    private static String token(String link) {
        return link.substring("/vote/".length());
    }

    private String vote() {
        return text("select id::text from campaign.board_vote where campaign_id = '" + campaign.value()
                + "' order by opened_at desc limit 1");
    }

    private String voters() {
        return text("select count(token) || ' ' || count(nullif(email, '')) from campaign.board_voter where vote_id = '"
                + vote() + "'");
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).first().block();
    }
}
