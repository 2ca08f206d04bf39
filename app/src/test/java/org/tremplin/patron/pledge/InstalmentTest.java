package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Movements;
import org.tremplin.PaidGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.GivingBack;
import org.tremplin.ledger.Ledger;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.event.Pump;
import org.tremplin.transparency.PromisedSupport;
import org.tremplin.transparency.ProofPublished;
import org.tremplin.transparency.ReportWriting;
import org.tremplin.transparency.Spending;
import org.tremplin.transparency.UseOfFunds;

/** Instalments are released by what they wait for, and paid by the door of every gift. */
@TestApplication
@Import({Samples.class, PaidGifts.class})
class InstalmentTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    ReportWriting reports;

    @Autowired
    UseOfFunds use;

    @Autowired
    PromisedSupport support;

    @Autowired
    PledgeClock pledgeClock;

    @Autowired
    PledgeGifts gifts;

    @Autowired
    SimulatedBank bank;

    @Autowired
    GivingBack givingBack;

    @Autowired
    PaidGifts facts;

    @Autowired
    Ledger ledger;

    @Autowired
    Spending spending;

    @Autowired
    Pump pump;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private Firm firm;
    private String desk;
    private UUID founder;

    @BeforeEach
    void campaign() {
        association = samples.association("Le Verger " + UUID.randomUUID());
        campaign = samples.campaign(association, "versement-" + UUID.randomUUID());
        firm = Firm.of(visitors, database, campaign);
        desk = "/espace/" + association.slug() + "/c/"
                + campaign.campaign().id().value() + "/promesses/";
        founder = samples.founder(association);
    }

    @Test
    void isMoneyOnlyOnceItsTransferCame() {
        agree();
        assertThat(received()).isZero();
        assertThat(page()).contains("débloqué, à payer", "250");
        assertThat(firm.mails("due")).as("the day of the first has come").isEqualTo(1);

        assertThat(receive(today().toString(), "250,01", 25_000)
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .as("what was typed stays")
                .contains("value=\"250,01\"", "value=\"VIR QUINCAILLERIE 17\"", "value=\"" + today() + "\"");
        receive("demain", "250", 25_000).expectStatus().isEqualTo(422);
        receive(today().toString(), "250", 25_000).expectStatus().isSeeOther();
        receive(today().toString(), "250", 25_000).expectStatus().isEqualTo(409);
        pump.drain().block();
        assertThat(received()).isEqualTo(25_000);
        assertThat(firm.mails("received")).isEqualTo(1);
        assertThat(firm.text(
                        "select company_name || ' ' || means || ' ' || state from donation.donation where campaign_id = '"
                                + campaign.campaign().id().value() + "'"))
                .isEqualTo("Quincaillerie Essai TRANSFER SETTLED");
        assertThat(firm.text("select company_name || ' ' || legal_form || ' ' || siren || ' ' || bank_reference"
                        + " from donation.donation where campaign_id = '"
                        + campaign.campaign().id().value() + "'"))
                .as("what the receipt of a company names, and the bank statement")
                .isEqualTo("Quincaillerie Essai SARL 999999998 VIR QUINCAILLERIE 17");
        assertThat(president().page(desk + firm.id()))
                .contains("250,00\u00A0€, le 16\u00A0novembre", "réf. VIR QUINCAILLERIE 17")
                .doesNotContain("??");
        assertThat(parts()).isEqualTo("40000 = 15000 awaited, 0 due, 25000 received, 0 withdrawn");
    }

    @Test
    void mayComeBeforeItsCondition() {
        agree();
        assertThat(president().page(desk + firm.id())).contains("Sa condition n’est pas encore remplie");
        receive(2, today().toString(), "150", 15_000).expectStatus().isSeeOther();
        pump.drain().block();
        assertThat(parts()).isEqualTo("40000 = 0 awaited, 25000 due, 15000 received, 0 withdrawn");
        reports.report(association, campaign, firm.report(), "Bilan", "Voici.", founder, Role.PRESIDENT)
                .block();
        pump.drain().block();
        assertThat(firm.mails("due")).as("nobody asks for what is here").isEqualTo(1);
        clock.pass(Duration.ofDays(900));
        pledgeClock.tick().block();
        assertThat(firm.mails("lapsed")).isZero();
    }

    @Test
    void isReceivedWholeByItsRestHoweverSmall() {
        agree();
        receive(today().toString(), "249,50", 25_000).expectStatus().isSeeOther();
        receive(today().toString(), "0,40", 50).expectStatus().isEqualTo(422);
        clock.pass(Duration.ofDays(31));
        pledgeClock.tick().block();
        assertThat(visitors.anonymous()
                        .page("/demo/courrier/"
                                + firm.text("select id::text from notification.mail where recipient = '" + firm.email()
                                        + "' and kind = 'patron.pledge-late'")))
                .contains("0,50\u00A0€")
                .doesNotContain("250");
        receive(today().toString(), "0,50", 50).expectStatus().isSeeOther();
        pump.drain().block();
        assertThat(parts()).isEqualTo("40000 = 15000 awaited, 0 due, 25000 received, 0 withdrawn");
    }

    @Test
    void isReleasedByThePublishedReport() {
        agree();
        assertThat(firm.mails("due")).isEqualTo(1);
        reports.report(association, campaign, null, "Un mot", "Voici.", founder, Role.PRESIDENT)
                .block();
        pump.drain().block();
        assertThat(firm.mails("due"))
                .as("another report is not the one promised")
                .isEqualTo(1);
        reports.report(association, campaign, firm.report(), "Bilan", "Voici.", founder, Role.PRESIDENT)
                .block();
        pump.drain().block();
        pump.drain().block();
        assertThat(firm.mails("due")).isEqualTo(2);
        assertThat(parts()).isEqualTo("40000 = 0 awaited, 40000 due, 0 received, 0 withdrawn");
        assertThat(visitors.anonymous().page(firm.link("due")))
                .contains("Payer le versement")
                .doesNotContain("??");
    }

    @Test
    void isReleasedByAProvenExpenseOnItsLine() {
        UUID line = campaign.plan().lines().get(1).id();
        firm.propose(today(), "quand-2", "preuve:" + line).expectStatus().isSeeOther();
        firm.accepts();
        president().post(desk + firm.id() + "/accord").expectStatus().isSeeOther();
        Movements money = new Movements(ledger, spending, campaign);
        money.gift(20_000);
        prove(money.spend(0, 5_000, "De la terre", "Terres", false));
        assertThat(parts()).as("another line").contains("15000 awaited");
        UUID bought = money.spend(1, 5_000, "Des pelles", "Outils", false);
        pump.drain().block();
        assertThat(parts()).as("approved, not proven").contains("15000 awaited");
        prove(bought);
        assertThat(parts()).contains(" 0 awaited, 40000 due");
    }

    @Test
    void isPaidOnlineByTheGiftFormAndWaitsAgainWhenItIsRefunded() {
        agree();
        String link = firm.link("due");
        String page = pay(link, 1);
        bank.decide(page.substring(page.lastIndexOf('/') + 1), SimulatedBank.Outcome.PAID)
                .block();
        pump.drain().block();
        assertThat(parts()).isEqualTo("40000 = 15000 awaited, 0 due, 25000 received, 0 withdrawn");
        assertThat(received()).isEqualTo(25_000);
        UUID gift = UUID.fromString(firm.text(
                "select donation_id::text from patron.instalment_gift where pledge_id = '" + firm.id() + "'"));
        givingBack
                .giveBack(association.id().value(), gift, "back-" + gift, 10_000, founder)
                .block();
        pump.drain().block();
        pump.drain().block();
        assertThat(parts()).isEqualTo("40000 = 15000 awaited, 10000 due, 15000 received, 0 withdrawn");
        assertThat(firm.mails("returned")).isEqualTo(1);
        assertThat(president().page(desk + firm.id()))
                .contains("100,00\u00A0€ sont repartis depuis")
                .doesNotContain("??");
        gifts.returned(List.of(gift)).block();
        assertThat(firm.mails("returned")).as("told twice, said once").isEqualTo(1);
        assertThat(pay(link, 1)).as("the rest is paid by another gift").isNotEqualTo(page);
    }

    /** A report is often due after the last day of a campaign. */
    @Test
    void isPaidAfterTheCampaignIsOver() {
        agree();
        clock.pass(Duration.ofDays(40));
        String page = pay(firm.link("due"), 1);
        bank.decide(page.substring(page.lastIndexOf('/') + 1), SimulatedBank.Outcome.PAID)
                .block();
        pump.drain().block();
        assertThat(parts()).contains("25000 received");
    }

    @Test
    void isSaidToBeLateOnceAndMayBeWithdrawn() {
        agree();
        clock.pass(Duration.ofDays(31));
        pledgeClock.tick().block();
        pledgeClock.tick().block();
        assertThat(firm.mails("late")).isEqualTo(1);
        assertThat(firm.text(
                        "select count(*)::text from notification.mail where kind = 'patron.pledge-team-late' and about like '"
                                + firm.id() + "%'"))
                .isEqualTo("1");
        PromisedSupport.Support seen = support.of(campaign, today()).block();
        assertThat(seen.lateCents()).isEqualTo(25_000);
        assertThat(seen.named()).as("it did not agree to be named").isEmpty();

        visitors.anonymous()
                .post(firm.link("due") + "/retrait", "pourquoi", "L’atelier ferme")
                .expectStatus()
                .isSeeOther();
        assertThat(parts()).isEqualTo("40000 = 0 awaited, 0 due, 0 received, 40000 withdrawn");
        assertThat(samples.president(association).page(desk + firm.id()))
                .contains("a retiré cette promesse", "L’atelier ferme");
    }

    @Test
    void isNotOwedWhenTheAgreementEndsBeforeItsCondition() {
        agree();
        clock.pass(Duration.ofDays(900));
        pledgeClock.tick().block();
        pledgeClock.tick().block();
        assertThat(parts()).isEqualTo("40000 = 0 awaited, 25000 due, 0 received, 15000 withdrawn");
        assertThat(firm.mails("lapsed")).as("told once").isEqualTo(1);
        assertThat(firm.text(
                        "select count(*)::text from notification.mail where kind = 'patron.pledge-team-lapsed' and about like '"
                                + firm.id() + "%'"))
                .isEqualTo("1");
        assertThat(visitors.anonymous().page(firm.link("lapsed"))).doesNotContain("??");
        assertThat(visitors.anonymous()
                        .page("/demo/courrier/"
                                + firm.text("select id::text from notification.mail where recipient = '" + firm.email()
                                        + "' and kind = 'patron.pledge-lapsed'")))
                .contains("150\u00A0€", "ne sont plus dus")
                .doesNotContain("??");
    }

    /** A signed statement stands for an invoice. */
    private void prove(UUID expense) {
        UUID proof = UUID.randomUUID();
        database.sql("""
                insert into transparency.proof (id, association_id, expense, kind, state, added_by, added_at, file_name,
                  original_type, original_size, statement, published_on)
                values (:id, :association, :expense, 'ATTESTATION', 'PUBLISHED', :id, now(), '', '', 0, 'Vu', :today)
                """)
                .bind("id", proof)
                .bind("association", association.id().value())
                .bind("expense", expense)
                .bind("today", today())
                .then()
                .block();
        facts.tell(new ProofPublished(proof, today()));
        pump.drain().block();
    }

    private void agree() {
        firm.propose(today()).expectStatus().isSeeOther();
        firm.accepts();
        president().post(desk + firm.id() + "/accord").expectStatus().isSeeOther();
    }

    private String pay(String link, int number) {
        return String.valueOf(visitors.anonymous()
                .post(link + "/versements/" + number, "moyen", "carte")
                .expectStatus()
                .isSeeOther()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst(HttpHeaders.LOCATION));
    }

    private Visitor president() {
        return samples.president(association);
    }

    /** @param seen what was left of it on the page, in cents */
    private WebTestClient.ResponseSpec receive(String day, String amount, long seen) {
        return receive(1, day, amount, seen);
    }

    private WebTestClient.ResponseSpec receive(int number, String day, String amount, long seen) {
        return president()
                .post(
                        desk + firm.id() + "/versements/" + number,
                        "jour",
                        day,
                        "montant",
                        amount,
                        "reste",
                        String.valueOf(seen),
                        "reference",
                        "VIR  QUINCAILLERIE 17 ");
    }

    private String page() {
        return visitors.anonymous().page(firm.link("agreed"));
    }

    private long received() {
        return use.of(campaign).block().total().receivedCents();
    }

    private String parts() {
        PromisedSupport.Support of = support.of(campaign, today()).block();
        return of.promisedCents() + " = " + of.awaitedCents() + " awaited, " + of.dueCents() + " due, "
                + of.receivedCents() + " received, " + of.withdrawnCents() + " withdrawn";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }
}
