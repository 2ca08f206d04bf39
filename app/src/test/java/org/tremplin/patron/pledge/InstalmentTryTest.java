package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
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
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.event.Pump;

/** What was begun for an instalment pays it once, whenever its money comes and whatever became of its once-only key. */
@TestApplication
@Import(Samples.class)
class InstalmentTryTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Pledges pledges;

    @Autowired
    SimulatedBank bank;

    @Autowired
    Pump pump;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    private Firm firm;
    private Visitor president;
    private String desk;
    private String today;

    @BeforeEach
    void agree() {
        Association association = samples.association("Le Moulin " + UUID.randomUUID());
        PublishedCampaign campaign = samples.campaign(association, "essai-" + UUID.randomUUID());
        LocalDate day = LocalDate.ofInstant(clock.instant(), association.zone());
        today = day.toString();
        firm = Firm.of(visitors, database, campaign);
        firm.propose(day).expectStatus().isSeeOther();
        firm.accepts();
        president = samples.president(association);
        desk = "/espace/" + association.slug() + "/c/"
                + campaign.campaign().id().value() + "/promesses/" + firm.id();
        president.post(desk + "/accord").expectStatus().isSeeOther();
    }

    @Test
    void isPaidByADebitThatWasOnItsWayWhenAPartCameByTransfer() {
        String debit = begin("prelevement");
        bank.decide(debit, SimulatedBank.Outcome.PENDING).block();
        pump.drain().block();
        receive("25000").expectStatus().isSeeOther();
        pump.drain().block();
        assertThat(net()).isEqualTo(10_000);

        bank.decide(debit, SimulatedBank.Outcome.CONFIRMED).block();
        pump.drain().block();
        assertThat(net()).as("all that came is seen").isEqualTo(35_000);
        assertThat(pledges.find(firm.id()).block().receivedCents()).isEqualTo(25_000);
    }

    @Test
    void isPaidByAGiftThatWasGivenUpBeforeItsMoneyCame() {
        String card = begin("carte");
        String of = " where id = (select donation_id from patron.instalment_try where pledge_id = '" + firm.id() + "')";
        database.sql("update donation.donation set state = 'ABANDONED', once_key = null" + of)
                .then()
                .block();
        bank.decide(card, SimulatedBank.Outcome.PAID).block();
        pump.drain().block();
        assertThat(firm.text("select state from donation.donation" + of)).isEqualTo("SETTLED");
        assertThat(net()).isEqualTo(25_000);
        assertThat(firm.mails("received")).isEqualTo(1);
    }

    @Test
    void isEnteredOnceWhenASheetWithAPartOfItIsSentTwice() {
        assertThat(president.page(desk)).contains("name=\"reste\" value=\"25000\"");
        receive("25000").expectStatus().isSeeOther();
        assertThat(receive("25000")
                        .expectStatus()
                        .isEqualTo(409)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("a changé depuis l’affichage", "name=\"reste\" value=\"15000\"")
                .doesNotContain("??");
        receive("").expectStatus().isEqualTo(409);
        assertThat(net()).isEqualTo(10_000);
        receive("15000").expectStatus().isSeeOther();
        assertThat(net()).as("another transfer of the same sum").isEqualTo(20_000);
    }

    /** A hundred euros. @param seen what was left on the page */
    private WebTestClient.ResponseSpec receive(String seen) {
        return president.post(desk + "/versements/1", "jour", today, "montant", "100", "reste", seen);
    }

    /** The last part of the payment page's address. */
    private String begin(String means) {
        String page = String.valueOf(visitors.anonymous()
                .post(firm.link("due") + "/versements/1", "moyen", means)
                .expectStatus()
                .isSeeOther()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst(HttpHeaders.LOCATION));
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private long net() {
        return pledges.find(firm.id()).block().instalments().get(0).netCents();
    }
}
