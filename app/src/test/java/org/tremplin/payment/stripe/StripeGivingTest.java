package org.tremplin.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;
import org.tremplin.Visitor;
import org.tremplin.payment.AgainstStripe;
import org.tremplin.payment.checkout.Provider;

/** A gift through the real provider code, from the form to the ledger, and what befalls it on the way. */
class StripeGivingTest extends AgainstStripe {

    private static final String SESSIONS = "/v1/checkout/sessions";

    @Autowired
    Provider provider;

    @BeforeEach
    void closeTheBreaker() {
        ((StripeProvider) provider).forgetFaults();
    }

    @Test
    void takesAGiftFromTheFormToTheLedger() {
        opensSessions();
        STRIPE.stubFor(get(urlEqualTo("/v1/balance_transactions/txn_1"))
                .willReturn(
                        json("{\"id\":\"txn_1\",\"object\":\"balance_transaction\",\"fee\":100,\"currency\":\"eur\","
                                + "\"created\":1763287200}")));
        String address = sentTo(give("50", key()));
        UUID payment = payment();
        assertThat(address).isEqualTo("https://checkout.stripe.test/c/cs_payment-" + payment + "-open");

        send(checkout("completed", "paid", payment)).expectStatus().isOk();
        send(charge("charge.succeeded", payment, null)).expectStatus().isOk();
        pump.drain().block();
        assertThat(received()).isEqualTo(5_000);
        assertThat(fees()).isZero();

        send(charge("charge.updated", payment, "txn_1")).expectStatus().isOk();
        pump.drain().block();
        assertThat(fees()).isEqualTo(100);
    }

    @Test
    void asksForExactlyTheStoredGift() {
        opensSessions();
        give("12,34", key()).expectStatus().isSeeOther();
        UUID payment = payment();
        String gift = database.sql("select id::text from donation.donation where payment_id = :payment")
                .bind("payment", payment)
                .map(row -> row.get(0, String.class))
                .one()
                .block();
        LoggedRequest asked = asked().get(0);
        assertThat(asked.getHeader("Idempotency-Key")).isEqualTo("payment-" + payment + "-open");
        assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer sk_test_tremplin");
        Map<String, String> form = form(asked);
        assertThat(form)
                .containsEntry("mode", "payment")
                .containsEntry("ui_mode", "hosted_page")
                .containsEntry("submit_type", "donate")
                .containsEntry("locale", "fr")
                .containsEntry("customer_email", "marie@exemple.example")
                .containsEntry("line_items[0][quantity]", "1")
                .containsEntry("line_items[0][price_data][currency]", "eur")
                .containsEntry("line_items[0][price_data][unit_amount]", "1234");
        for (String place : List.of("metadata", "payment_intent_data[metadata]")) {
            assertThat(form)
                    .containsEntry(place + "[instance]", instance.id())
                    .containsEntry(place + "[payment]", payment.toString())
                    .containsEntry(place + "[donation]", gift);
        }
        assertThat(form.get("success_url")).matches("http://localhost/don/[A-Za-z0-9_-]{32}/retour");
        assertThat(form.get("cancel_url"))
                .isEqualTo("http://localhost/c/" + campaign.campaign().slug() + "/don?reprise");
        // donors are shown the account's own descriptor: nothing is added to it
        assertThat(form).doesNotContainKey("payment_intent_data[statement_descriptor_suffix]");
    }

    @Test
    void triesAgainWithTheSameKeyAfterAFault() {
        opensSessions();
        STRIPE.stubFor(post(urlPathEqualTo(SESSIONS))
                .inScenario("fault")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(500).withBody("{\"error\":{\"type\":\"api_error\"}}"))
                .willSetStateTo("well"));
        give("50", key()).expectStatus().isSeeOther();
        assertThat(asked()).hasSize(2);
        assertThat(keys()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 503})
    void keepsTheGiftWhileTheProviderIsBusyAndFinishesItLater(int status) {
        STRIPE.stubFor(post(urlPathEqualTo(SESSIONS))
                .willReturn(aResponse().withStatus(status).withBody("{\"error\":{\"type\":\"api_error\"}}")));
        waitsThenFinishes(key());
    }

    @Test
    void keepsTheGiftWhileTheProviderIsSlow() {
        STRIPE.stubFor(post(urlPathEqualTo(SESSIONS)).willReturn(json("{}").withFixedDelay(8_000)));
        waitsThenFinishes(key());
        assertThat(keys()).hasSize(1);
    }

    @Test
    void keepsTheGiftWhileTheConnectionBreaks() {
        STRIPE.stubFor(
                post(urlPathEqualTo(SESSIONS)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        waitsThenFinishes(key());
        assertThat(keys()).hasSize(1);
    }

    private void waitsThenFinishes(String key) {
        String page = new String(
                give("50", key)
                        .expectStatus()
                        .isEqualTo(503)
                        .expectHeader()
                        .exists("Retry-After")
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                StandardCharsets.UTF_8);
        String again = page.replaceAll("(?s).*action=\"(/don/[^\"]+/paiement)\".*", "$1");
        UUID payment = payment();
        STRIPE.resetMappings();
        opensSessions();
        ((StripeProvider) provider).forgetFaults();
        assertThat(sentTo(donor.post(again))).endsWith("cs_payment-" + payment + "-open");
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign"))
                .isEqualTo(1);
        assertThat(payment()).isEqualTo(payment);
    }

    @Test
    void stopsAskingAProviderThatIsDownWhileOtherPagesStayFast() {
        STRIPE.stubFor(post(urlPathEqualTo(SESSIONS))
                .willReturn(aResponse().withStatus(500).withBody("{\"error\":{\"type\":\"api_error\"}}")));
        for (int i = 0; i < 4; i++) {
            give("50", key()).expectStatus().isEqualTo(503);
        }
        int before = asked().size();
        give("50", key()).expectStatus().isEqualTo(503);
        assertThat(asked()).as("the breaker is open").hasSize(before);
        donor.get("/c/" + campaign.campaign().slug() + "/don").expectStatus().isOk();
    }

    @Test
    void tellsWhatTheProviderRefusesAndKeepsAsking() {
        STRIPE.stubFor(post(urlPathEqualTo(SESSIONS))
                .willReturn(aResponse().withStatus(400).withBody("""
                        {"error":{"type":"invalid_request_error","code":"parameter_invalid",
                         "param":"payment_intent_data[statement_descriptor_suffix]","message":"marie@exemple.example is bad"}}
                        """)));
        for (int i = 0; i < 6; i++) {
            give("50", key())
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody(String.class)
                    .value(page -> assertThat(page).contains("Le paiement ne peut pas s’ouvrir"));
        }
        assertThat(asked())
                .as("an answer does not open the breaker, nor is it asked again")
                .hasSize(6);
        assertThat(database.sql("select cause from platform.alarm where kind = 'payment.refused'")
                        .map(row -> row.get(0, String.class))
                        .one()
                        .block())
                .contains("400 parameter_invalid", "statement_descriptor_suffix")
                .doesNotContain("marie");
    }

    @Test
    void beginsANewPaymentWhenTheKeyBelongsToAnotherRequest() {
        opensSessions();
        STRIPE.stubFor(post(urlPathEqualTo(SESSIONS))
                .inScenario("spent")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody("{\"error\":{\"type\":\"idempotency_error\",\"message\":\"same parameters\"}}"))
                .willSetStateTo("free"));
        give("50", key()).expectStatus().isSeeOther();
        assertThat(keys()).hasSize(2);
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign"))
                .isEqualTo(1);
    }

    @Test
    void sendsNobodyToASessionThatRanOut() {
        opensSessions();
        String key = key();
        String first = sentTo(give("50", key));
        UUID old = payment();
        STRIPE.stubFor(get(urlPathMatching(SESSIONS + "/cs_.*"))
                .willReturn(json(session("cs_payment-" + old + "-open", "expired", "unpaid"))));
        String second = sentTo(give("50", key));
        assertThat(second).isNotEqualTo(first);
        assertThat(payment()).isNotEqualTo(old);
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign"))
                .isEqualTo(1);
    }

    @Test
    void closesTheOpenSessionBeforeItOpensOneOfAnotherAmount() {
        opensSessions();
        String key = key();
        give("50", key).expectStatus().isSeeOther();
        String old = "cs_payment-" + payment() + "-open";
        STRIPE.stubFor(get(urlPathEqualTo(SESSIONS + "/" + old)).willReturn(json(session(old, "open", "unpaid"))));
        STRIPE.stubFor(post(urlPathEqualTo(SESSIONS + "/" + old + "/expire"))
                .willReturn(json(session(old, "expired", "unpaid"))));
        give("20", key).expectStatus().isSeeOther();
        STRIPE.verify(1, postRequestedFor(urlPathEqualTo(SESSIONS + "/" + old + "/expire")));
        STRIPE.verify(1, postRequestedFor(urlPathEqualTo(SESSIONS)).withRequestBody(containing("unit_amount]=2000")));
    }

    @Test
    void tellsWhichAmountStandsWhenAChangeCannotBeSaved() {
        opensSessions();
        String key = key();
        give("30", key).expectStatus().isSeeOther();
        UUID payment = payment();
        String old = "cs_payment-" + payment + "-open";
        STRIPE.resetMappings();
        STRIPE.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(500).withBody("{\"error\":{\"type\":\"api_error\"}}")));

        String page = unavailable(give("50", key));
        assertThat(page)
                .contains(
                        "Votre don de 30\u00A0€ reste en attente\u202F; le changement à 50\u00A0€ n’a pas pu être enregistré.",
                        ">Réessayer avec 50\u00A0€<",
                        ">Payer 30\u00A0€, sans le changement<")
                .doesNotContain("Rien n’a été prélevé");
        assertThat(number("select cents from donation.donation where campaign_id = :campaign"))
                .isEqualTo(3_000);
        assertThat(payment()).isEqualTo(payment);

        // still down: the page goes on telling which amount a new try would pay
        assertThat(unavailable(donor.post(resuming(page))))
                .contains("Votre don de 30\u00A0€ est gardé", ">Réessayer de payer 30\u00A0€<");

        STRIPE.resetMappings();
        ((StripeProvider) provider).forgetFaults();
        opensSessions();
        STRIPE.stubFor(get(urlPathEqualTo(SESSIONS + "/" + old)).willReturn(json(session(old, "open", "unpaid"))));
        STRIPE.stubFor(post(urlPathEqualTo(SESSIONS + "/" + old + "/expire"))
                .willReturn(json(session(old, "expired", "unpaid"))));
        assertThat(sentTo(donor.post(resuming(page)))).as("what stood").endsWith(old);
        assertThat(sentTo(donor.post("/c/" + campaign.campaign().slug() + "/don", hidden(page))))
                .as("the change, as it was sent")
                .endsWith("cs_payment-" + payment() + "-open")
                .doesNotEndWith(old);
        assertThat(number("select cents from donation.donation where campaign_id = :campaign"))
                .isEqualTo(5_000);
    }

    @Test
    void tellsThatAnotherWordOfTheSameAmountCannotBeSaved() {
        opensSessions();
        String key = key();
        give("30", key).expectStatus().isSeeOther();
        STRIPE.resetMappings();
        STRIPE.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(500).withBody("{\"error\":{\"type\":\"api_error\"}}")));
        MultiValueMap<String, String> fields = fields("30", key);
        fields.set("prenom", "Marie-Ève");
        fields.set("message", "Pour les \"abeilles\" & <fleurs>");
        fields.set("inconnu", "jamais");
        String page = unavailable(donor.post("/en/c/" + campaign.campaign().slug() + "/don", fields));
        assertThat(page)
                .contains(
                        "Your gift of €30 is still waiting as before; what you just changed could not be saved.",
                        ">Try again with the change<",
                        ">Pay €30, without the change<",
                        "value=\"Marie-Ève\"",
                        "value=\"Pour les &quot;abeilles&quot; &amp; &lt;fleurs&gt;\"")
                .doesNotContain("inconnu");
    }

    private static String unavailable(WebTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static String resuming(String page) {
        return page.replaceAll("(?s).*action=\"(/don/[^\"]+/paiement)\".*", "$1");
    }

    /** What a browser would send of the hidden fields; the token is the test's own. */
    private static MultiValueMap<String, String> hidden(String page) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Pattern.compile("<input type=\"hidden\" name=\"([a-zA-Z]+)\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .forEach(field -> fields.set(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
        return fields;
    }

    @Test
    void showsTheGiftWhenItWasPaidWhileTheDonorChangedTheAmount() {
        opensSessions();
        String key = key();
        give("50", key).expectStatus().isSeeOther();
        String old = "cs_payment-" + payment() + "-open";
        STRIPE.stubFor(get(urlPathEqualTo(SESSIONS + "/" + old)).willReturn(json(session(old, "open", "unpaid"))));
        STRIPE.stubFor(post(urlPathEqualTo(SESSIONS + "/" + old + "/expire"))
                .willReturn(aResponse().withStatus(400).withBody("{\"error\":{\"type\":\"invalid_request_error\"}}")));
        STRIPE.stubFor(get(urlPathEqualTo(SESSIONS + "/" + old))
                .inScenario("paid")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(json(session(old, "open", "unpaid")))
                .willSetStateTo("paid"));
        STRIPE.stubFor(get(urlPathEqualTo(SESSIONS + "/" + old))
                .inScenario("paid")
                .whenScenarioStateIs("paid")
                .willReturn(json(session(old, "complete", "paid"))));
        assertThat(sentTo(give("20", key))).contains("?deja");
        pump.drain().block();
        assertThat(received()).isEqualTo(5_000);
        assertThat(number("select cents from donation.donation where campaign_id = :campaign"))
                .isEqualTo(5_000);
        assertThat(asked()).as("no second session").hasSize(1);
    }

    @Test
    void readsTheSessionWhenTheDonorIsBackBeforeTheEvent() {
        opensSessions();
        give("50", key()).expectStatus().isSeeOther();
        String session = "cs_payment-" + payment() + "-open";
        String back = form(asked().get(0)).get("success_url").replace("http://localhost", "");
        STRIPE.stubFor(get(urlPathEqualTo(SESSIONS + "/" + session))
                .willReturn(aResponse().withStatus(500).withBody("{}")));
        donor.get(back).expectStatus().isSeeOther();
        STRIPE.stubFor(
                get(urlPathEqualTo(SESSIONS + "/" + session)).willReturn(json(session(session, "complete", "paid"))));
        donor.get(back).expectStatus().isSeeOther();
        send(checkout("completed", "paid", payment())).expectStatus().isOk();
        pump.drain().block();
        assertThat(received()).isEqualTo(5_000);
    }

    @Test
    void takesTheProvidersTimeWhenTheDonorIsBackBeforeTheEvent() {
        Instant charged = clock.instant().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS);
        assertThat(paidAtOnReturn("card", charged)).isEqualTo(charged);
        STRIPE.verify(
                1,
                getRequestedFor(urlPathEqualTo(SESSIONS + "/cs_payment-" + payment() + "-open"))
                        .withQueryParam("expand[0]", equalTo("payment_intent.latest_charge")));
        STRIPE.verify(0, getRequestedFor(urlPathMatching("/v1/(charges|payment_intents).*")));

        // the event comes later and says the same: nothing moves
        send(checkout("completed", "paid", payment())).expectStatus().isOk();
        pump.drain().block();
        assertThat(paidAt()).isEqualTo(charged);
        assertThat(received()).isEqualTo(5_000);
        assertThat(database.sql("select occurred_on from ledger.transaction where association_id = :association")
                        .bind("association", association.id().value())
                        .map(row -> row.get(0, LocalDate.class))
                        .first()
                        .block())
                .isEqualTo(LocalDate.ofInstant(charged, association.zone()));
    }

    @Test
    void datesADelayedPaymentByWhenItIsKnownNotByWhenItWasAskedFor() {
        Instant asked = clock.instant().minus(Duration.ofDays(5)).truncatedTo(ChronoUnit.SECONDS);
        assertThat(paidAtOnReturn("sepa_debit", asked))
                .isEqualTo(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Instant paidAtOnReturn(String method, Instant charged) {
        opensSessions();
        give("50", key()).expectStatus().isSeeOther();
        String session = "cs_payment-" + payment() + "-open";
        STRIPE.stubFor(get(urlPathEqualTo(SESSIONS + "/" + session)).willReturn(json("""
                        {"id":"%s","object":"checkout.session","status":"complete","payment_status":"paid","url":null,
                         "created":%d,"payment_intent":{"id":"pi_%s","object":"payment_intent","created":%d,
                         "latest_charge":{"id":"ch_1","object":"charge","created":%d,
                          "payment_method_details":{"type":"%s"}}}}
                        """.formatted(
                        session,
                        charged.getEpochSecond() - 600,
                        payment(),
                        charged.getEpochSecond() - 5,
                        charged.getEpochSecond(),
                        method))));
        donor.get(form(asked().get(0)).get("success_url").replace("http://localhost", ""))
                .expectStatus()
                .isSeeOther();
        assertThat(database.sql("select intent_id from payment.payment where id = :payment")
                        .bind("payment", payment())
                        .map(row -> row.get(0, String.class))
                        .one()
                        .block())
                .isEqualTo("pi_" + payment());
        return paidAt();
    }

    private Instant paidAt() {
        return database.sql("select paid_at from payment.payment where id = :payment")
                .bind("payment", payment())
                .map(row -> row.get(0, Instant.class))
                .one()
                .block();
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    private static String key() {
        return "stripe-key-" + UUID.randomUUID();
    }

    private static String sentTo(WebTestClient.ResponseSpec answer) {
        return Visitor.next(answer).toString();
    }

    private static List<LoggedRequest> asked() {
        return STRIPE.findAll(postRequestedFor(urlPathEqualTo(SESSIONS)));
    }

    private static List<String> keys() {
        return asked().stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .distinct()
                .toList();
    }

    private static Map<String, String> form(LoggedRequest request) {
        return Arrays.stream(request.getBodyAsString().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private long fees() {
        return number("select fees_cents from ledger.campaign_total where campaign_id = :campaign");
    }
}
