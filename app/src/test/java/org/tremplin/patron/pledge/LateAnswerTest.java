package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.GivingBack;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.event.Pump;
import org.tremplin.transparency.ReportWriting;

/** Answers that come twice or too late, conditions that the campaign made impossible: each is told in a sentence. */
@TestApplication
@Import(Samples.class)
class LateAnswerTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    CampaignDesign design;

    @Autowired
    ReportWriting reports;

    @Autowired
    PledgeClock pledgeClock;

    @Autowired
    SimulatedBank bank;

    @Autowired
    GivingBack givingBack;

    @Autowired
    Pump pump;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private UUID founder;
    private Visitor president;
    private Firm firm;
    private String desk;

    @BeforeEach
    void propose() {
        database.sql("delete from patron.pledge_try").then().block();
        association = samples.association("Le Lavoir " + UUID.randomUUID());
        campaign = samples.campaign(association, "tard-" + UUID.randomUUID());
        firm = Firm.of(visitors, database, campaign);
        founder = samples.founder(association);
        president = samples.president(association);
        firm.propose(today()).expectStatus().isSeeOther();
        firm.accepts();
        desk = "/espace/" + association.slug() + "/c/"
                + campaign.campaign().id().value() + "/promesses/" + firm.id();
    }

    @Test
    void saysTheSameToWhoAcceptsTwice() {
        firm.accepts();
        assertThat(plain(visitors.anonymous().page(firm.link("proposed")))).contains("a accepté le 16 novembre 2026");
        agree();
        agree();
        assertThat(plain(president.page(desk))).contains("Convention acceptée par les deux le 16 novembre 2026");
        firm.accepts();
        assertThat(plain(visitors.anonymous().page(firm.link("agreed"))))
                .contains("Convention acceptée par les deux le 16 novembre 2026");
    }

    @Test
    void saysThatItsTimeIsOver() {
        clock.pass(Duration.ofDays(61));
        president = samples.president(association);
        assertThat(conflict(president.post(desk + "/accord"))).contains("il est trop tard");
        assertThat(president.page(desk)).doesNotContain(desk + "/accord");
    }

    @Test
    void saysThatItEndedBefore() {
        agree();
        president
                .post(desk + "/fin", "pourquoi", "L’atelier a fermé")
                .expectStatus()
                .isSeeOther();
        for (WebTestClient.ResponseSpec late : List.of(
                president.post(desk + "/accord"), visitors.anonymous().post(firm.link("proposed") + "/accord"))) {
            assertThat(conflict(late)).contains("a mis fin à cette promesse le 16 novembre 2026", "L’atelier a fermé");
        }
        assertThat(page()).contains("400 € promis ne viendront pas");
    }

    @Test
    void saysThatItWasTakenBackBefore() {
        visitors.anonymous()
                .post(firm.link("proposed") + "/retrait")
                .expectStatus()
                .isSeeOther();
        for (WebTestClient.ResponseSpec late : List.of(
                president.post(desk + "/accord"), visitors.anonymous().post(firm.link("proposed") + "/accord"))) {
            assertThat(conflict(late)).contains("a retiré cette promesse le 16 novembre 2026");
        }
    }

    @Test
    void takesNoConditionThatIsMetAlready() {
        report(firm.report());
        Firm other = Firm.of(visitors, database, campaign);
        assertThat(other.propose(today())
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("Cette condition est déjà remplie");
    }

    /** The campaign promises another report instead. */
    @Test
    void saysToBothThatAConditionCannotBeMetAnyMore() {
        agree();
        PublishedCampaign inForce = campaign;
        Plan other = inForce.plan()
                .promising(List.of(new Plan.Promise(
                        UUID.randomUUID(),
                        Plan.Telling.REPORT,
                        "Un autre bilan",
                        today().plusDays(200),
                        Role.TREASURER)));
        design.revise(association.id(), inForce.campaign().id(), other)
                .then(design.publish(association.id(), inForce.campaign().id(), Role.PRESIDENT, "Un seul bilan"))
                .block();
        Stream.of(president.page(desk), visitors.anonymous().page(firm.link("agreed")))
                .forEach(page -> assertThat(page).contains("Cette condition ne peut plus être remplie"));
        report(null);
        pump.drain().block();
        assertThat(page()).contains("150 € en attente de leur condition");
        clock.pass(Duration.ofDays(900));
        pledgeClock.tick().block();
        firm.evidence(page -> plain(page).contains("150 € promis ne viendront pas"));
    }

    /** The first instalment came whole before the rest was taken back. */
    @Test
    void awaitsNothingWhenAGiftGoesBackAfterTheEnd() {
        agree();
        String paying = String.valueOf(visitors.anonymous()
                .post(firm.link("due") + "/versements/1", "moyen", "carte")
                .expectStatus()
                .isSeeOther()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Location"));
        bank.decide(paying.substring(paying.lastIndexOf('/') + 1), SimulatedBank.Outcome.PAID)
                .block();
        pump.drain().block();
        visitors.anonymous()
                .post(firm.link("agreed") + "/retrait")
                .expectStatus()
                .isSeeOther();
        assertThat(page()).contains("dont 250 € reçus", "150 € promis ne viendront pas");
        UUID gift = UUID.fromString(firm.text(
                "select donation_id::text from patron.instalment_gift where pledge_id = '" + firm.id() + "'"));
        givingBack
                .giveBack(association.id().value(), gift, "back-" + gift, 25_000, founder)
                .block();
        pump.drain().block();
        pump.drain().block();
        assertThat(plain(firm.evidence(page -> plain(page).contains("dont 0 € reçus, 0 € débloqués"))))
                .contains("400 € promis ne viendront pas");
        assertThat(firm.mails("returned")).as("it does not wait again").isZero();
        assertThat(visitors.anonymous().page(firm.link("withdrawn"))).doesNotContain("Payer le versement");
    }

    private void agree() {
        president.post(desk + "/accord").expectStatus().isSeeOther();
    }

    private void report(UUID promise) {
        reports.report(association, campaign, promise, "Bilan", "Voici.", founder, Role.PRESIDENT)
                .block();
    }

    /** What the public reads. */
    private String page() {
        return plain(visitors.anonymous().page("/c/" + campaign.campaign().slug() + "/mecene"));
    }

    /** With plain blanks. */
    private static String plain(String page) {
        return page.replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    private static String conflict(WebTestClient.ResponseSpec answer) {
        return plain(String.valueOf(answer.expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }
}
