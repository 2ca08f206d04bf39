package org.tremplin.payment.checkout;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.MultiValueMap;
import org.tremplin.payment.AgainstStripe;

/** What Stripe says of the account decides which means the form offers; nobody here has to do anything. */
class StripeMeansTest extends AgainstStripe {

    @Autowired
    ProviderReadiness readiness;

    @AfterEach
    void takesCards() {
        tells(true, "inactive");
    }

    @Test
    void opensTheCardByItselfWhenStripeSaysThatTheAccountIsReady() {
        opensSessions();
        tells(false, "inactive");
        give("50", key()).expectStatus().isEqualTo(409);
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign"))
                .isZero();

        tells(true, "inactive");
        assertThat(form()).doesNotContain("n’a pas encore de moyen de paiement").doesNotContain("prelevement");
        give("50", key()).expectStatus().isSeeOther();
        STRIPE.verify(
                1,
                postRequestedFor(urlPathEqualTo("/v1/checkout/sessions"))
                        .withRequestBody(containing("payment_method_types[0]=card")));
    }

    @Test
    void offersTheDirectDebitOnceItsCapabilityIsActive() {
        tells(true, "pending");
        MultiValueMap<String, String> fields = fields("50", key());
        fields.set("moyen", "prelevement");
        donor.post("/c/" + campaign.campaign().slug() + "/don", fields)
                .expectStatus()
                .isEqualTo(422);
        tells(true, "active");
        assertThat(form()).contains("prelevement");
    }

    /** Pending for days, settled, thanked once, and returned by the donor's bank weeks later. */
    @Test
    void followsADirectDebitOverWeeksUntilItsBankReturnsIt() {
        opensSessions();
        tells(true, "active");
        MultiValueMap<String, String> fields = fields("50", key());
        fields.set("moyen", "prelevement");
        donor.post("/c/" + campaign.campaign().slug() + "/don", fields)
                .expectStatus()
                .isSeeOther();
        UUID payment = payment();
        STRIPE.verify(
                1,
                postRequestedFor(urlPathEqualTo("/v1/checkout/sessions"))
                        .withRequestBody(containing("payment_method_types[0]=sepa_debit")));

        send(checkout("completed", "unpaid", payment)).expectStatus().isOk();
        pump.drain().block();
        assertThat(received()).isZero();
        assertThat(number("select pending_cents from donation.campaign_gift where campaign_id = :campaign"))
                .isEqualTo(5_000);
        assertThat(thanks()).isZero();

        clock.pass(Duration.ofDays(5));
        send(checkout("async_payment_succeeded", "paid", payment))
                .expectStatus()
                .isOk();
        send(checkout("completed", "unpaid", payment)).expectStatus().isOk();
        pump.drain().block();
        assertThat(received()).isEqualTo(5_000);
        assertThat(number("select pending_cents from donation.campaign_gift where campaign_id = :campaign"))
                .isZero();
        assertThat(thanks()).isEqualTo(1);

        clock.pass(Duration.ofDays(40));
        String dispute = "du_" + payment;
        STRIPE.stubFor(get(urlPathEqualTo("/v1/disputes/" + dispute)).willReturn(okJson(returned(dispute, payment))));
        send(event(
                        "charge.dispute.closed",
                        "\"id\":\"%s\",\"object\":\"dispute\"".formatted(dispute),
                        instance.id(),
                        payment))
                .expectStatus()
                .isOk();
        for (int round = 0; round < 3; round++) {
            pump.drain().block();
            database.sql("update platform.delivery set next_at = now() where state = 'WAITING'")
                    .then()
                    .block();
        }
        assertThat(received()).isZero();
        assertThat(number("select count(*) from donation.reversal reversal join donation.donation gift"
                        + " on gift.id = reversal.donation_id where gift.campaign_id = :campaign"
                        + " and reversal.cents = 5000 and undone_on is null"))
                .isEqualTo(1);
        assertThat(thanks()).isEqualTo(1);
    }

    /** Stripe tells it as a dispute that is lost from the start. */
    private String returned(String dispute, UUID payment) {
        long at = clock.instant().getEpochSecond();
        return """
                {"id":"%s","object":"dispute","amount":5000,"currency":"eur","status":"lost","created":%d,
                 "reason":"bank_cannot_process","payment_intent":"pi_%s","metadata":{},
                 "charge":{"id":"ch_%3$s","object":"charge","amount":5000,"currency":"eur","created":%2$d,
                   "status":"succeeded","payment_intent":"pi_%3$s",
                   "metadata":{"instance":"%s","payment":"%3$s"}},
                 "balance_transactions":[{"id":"txn_%3$s","object":"balance_transaction","amount":-5000,"fee":750,
                   "net":-5750,"currency":"eur","created":%2$d}]}
                """.formatted(dispute, at, payment, instance.id());
    }

    private void tells(boolean charges, String debits) {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/account"))
                .willReturn(okJson("""
                {"id":"acct_1","object":"account","charges_enabled":%s,
                 "capabilities":{"card_payments":"%s","sepa_debit_payments":"%s"}}
                """.formatted(charges, charges ? "active" : "pending", debits))));
        readiness.read().block();
    }

    private String form() {
        return donor.page("/c/" + campaign.campaign().slug() + "/don");
    }

    private long thanks() {
        return number("select count(*) from notification.mail where kind = 'donation.thanks' and exists ("
                + "select from donation.donation where campaign_id = :campaign and about like id || '%')");
    }

    private static String key() {
        return "means-key-" + UUID.randomUUID();
    }
}
