package org.tremplin.donation.give;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.event.Pump;

/** Incident 12: cards tried by the hundred on a gift form. Whoever is behind 10.x addresses comes through a proxy. */
@TestApplication(
        properties = {
            "tremplin.donation.limits.patience=0s",
            "tremplin.donation.limits.per-block=3",
            "tremplin.donation.limits.per-email=2",
            "tremplin.donation.limits.per-key=4",
            "tremplin.donation.limits.per-campaign=6",
            "tremplin.donation.limits.slow-down=1ms",
            "tremplin.payment.card.tries=3",
            "tremplin.platform.trusted-proxies=127.0.0.1"
        })
@Import(Samples.class)
@Tag("incident-12")
@DisplayName("incident 12: many tries with cards")
class AttemptsTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    SimulatedBank bank;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private String page;

    @BeforeEach
    void campaign() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "jardin-" + UUID.randomUUID().toString().substring(0, 8));
        page = "/c/" + campaign.campaign().slug() + "/don";
    }

    @Test
    void refusesANetworkThatBeginsManyGiftsAndPaysNone() {
        for (int gift = 0; gift < 3; gift++) {
            give("10.1.1." + gift, mail(), key()).expectStatus().isSeeOther();
        }
        String refused = give("10.1.1.9", mail(), key())
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "3600")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(refused).contains("Trop de dons ont été commencés", "Ana");
        give("10.1.2.1", mail(), key()).expectStatus().isSeeOther();
    }

    @Test
    void letsAHallOfHonestDonorsGiveOnBehindOneAddress() {
        for (int gift = 0; gift < 12; gift++) {
            pay(give("10.2.1.1", mail(), key()));
        }
    }

    @Test
    void refusesAnAddressThatBeginsManyGiftsFromManyNetworks() {
        String email = mail();
        give("10.3.1.1", email, key()).expectStatus().isSeeOther();
        give("10.3.2.1", email.toUpperCase(java.util.Locale.ROOT), key())
                .expectStatus()
                .isSeeOther();
        give("10.3.3.1", email, key()).expectStatus().isEqualTo(429);
    }

    @Test
    void refusesABrowserThatSendsItsFormAgainAndAgain() {
        String key = key();
        for (int time = 0; time < 4; time++) {
            give("10.4." + time + ".1", mail(), key).expectStatus().isSeeOther();
        }
        give("10.4.9.1", mail(), key).expectStatus().isEqualTo(429);
    }

    @Test
    void answersLaterAndTellsTheOperatorWhenACampaignSeesTooMany() {
        for (int gift = 0; gift < 8; gift++) {
            give("10.5." + gift + ".1", mail(), key()).expectStatus().isSeeOther();
        }
        assertThat(number("select count(*) from platform.alarm where kind = 'donation.many_tries' and subject = '"
                        + campaign.campaign().id().value() + "'"))
                .isEqualTo(1);
    }

    @Test
    void letsTheLimitsOfACampaignRestForADay() {
        Visitor president = samples.president(association);
        String limits = "/espace/" + association.slug() + "/c/"
                + campaign.campaign().id().value() + "/limites";
        assertThat(president.page(limits)).contains("Les limites sont actives");
        president.post(limits, "repos", "on").expectStatus().isSeeOther();
        assertThat(president.page(limits)).contains("suspendues jusqu’au");
        for (int gift = 0; gift < 5; gift++) {
            give("10.6.1.1", mail(), key()).expectStatus().isSeeOther();
        }
        president.post(limits, "repos", "off").expectStatus().isSeeOther();
        give("10.6.1.1", mail(), key()).expectStatus().isEqualTo(429);
    }

    @Test
    void closesAPaymentPageOnWhichManyCardsWereRefused() {
        String session = session(give("10.7.1.1", mail(), key()));
        for (int card = 0; card < 3; card++) {
            bank.decide(session, SimulatedBank.Outcome.DECLINED).block();
            pump.drain().block();
        }
        assertThat(number("select count(*) from payment.payment where session_id = '" + session
                        + "' and state = 'EXPIRED'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from platform.alarm where kind = 'payment.card_tries'"))
                .isEqualTo(1);
    }

    @Test
    void keepsNoEmailAddressOfWhoTried() {
        String email = mail();
        give("10.8.1.1", email, key());
        assertThat(number("select count(*) from donation.attempt attempt where attempt::text like '%" + email + "%'"))
                .isZero();
    }

    private WebTestClient.ResponseSpec give(String from, String email, String key) {
        Visitor visitor = visitors.anonymous();
        return new Visitor(
                        visitor.web()
                                .mutate()
                                .defaultHeader("X-Forwarded-For", from)
                                .build(),
                        visitor.id(),
                        visitor.session())
                .post(page, "montant", "50", "email", email, "prenom", "Ana", "nom", "Essai", "cle", key);
    }

    private void pay(WebTestClient.ResponseSpec started) {
        bank.decide(session(started), SimulatedBank.Outcome.PAID).block();
        pump.drain().block();
    }

    private static String session(WebTestClient.ResponseSpec started) {
        String path = Visitor.next(started).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String mail() {
        return UUID.randomUUID() + "@exemple.example";
    }

    private static String key() {
        return "attempts-" + UUID.randomUUID();
    }

    private long number(String sql) {
        return database.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }
}
