package org.tremplin.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.TestConnections;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.platform.event.Pump;

/** The real provider code against a server that speaks as Stripe does. */
@TestApplication
@Import(Samples.class)
public abstract class AgainstStripe {

    protected static final String SECRET = "whsec_first";
    protected static final String SECOND_SECRET = "whsec_second";
    protected static final WireMockServer STRIPE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().containerThreads(24));

    static {
        STRIPE.start();
    }

    @Autowired
    protected Samples samples;

    @Autowired
    protected Visitors visitors;

    @Autowired
    protected Pump pump;

    @Autowired
    protected DatabaseClient database;

    @Autowired
    protected WebTestClient web;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected TestConnections connections;

    @Autowired
    protected Instance instance;

    protected Association association;
    protected PublishedCampaign campaign;
    protected Visitor donor;

    @DynamicPropertySource
    static void stripe(DynamicPropertyRegistry settings) {
        settings.add("tremplin.stripe.secret-key", () -> "sk_test_tremplin");
        settings.add("tremplin.stripe.webhook-secret", () -> SECRET + "," + SECOND_SECRET);
        // a subclass has another server, or more patience: of two values of one name that of the superclass would count
        settings.add("tremplin.stripe.api-base", () -> "${test.stripe:" + STRIPE.baseUrl() + "}");
        settings.add("tremplin.stripe.connect-timeout", () -> "3s");
        settings.add("tremplin.stripe.read-timeout", () -> "${test.stripe-patience:3s}");
    }

    @BeforeEach
    void campaign() {
        STRIPE.resetAll();
        association = samples.association("Jardins " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "jardin-" + UUID.randomUUID().toString().substring(0, 8));
        donor = visitors.anonymous();
    }

    /** Each session that is asked for is opened, with its key in its name. */
    protected void opensSessions() {
        STRIPE.stubFor(post(urlPathEqualTo("/v1/checkout/sessions"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withTransformers("response-template")
                        .withBody(session("cs_{{request.headers.Idempotency-Key}}", "open", "unpaid"))));
    }

    protected String session(String id, String status, String paymentStatus) {
        return session(id, status, paymentStatus, "null");
    }

    /** @param total in cents, null when it is not said */
    protected String session(String id, String status, String paymentStatus, String total) {
        String url = status.equals("open") ? "\"https://checkout.stripe.test/c/" + id + "\"" : "null";
        return """
                {"id":"%s","object":"checkout.session","status":"%s","payment_status":"%s","url":%s,"payment_intent":null,\
                "amount_total":%s,"currency":"eur"}
                """.formatted(id, status, paymentStatus, url, total);
    }

    protected WebTestClient.ResponseSpec give(String amount, String key) {
        return donor.post("/c/" + campaign.campaign().slug() + "/don", fields(amount, key));
    }

    protected MultiValueMap<String, String> fields(String amount, String key) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("montant", amount);
        fields.set("email", "marie@exemple.example");
        fields.set("prenom", "Marie");
        fields.set("nom", "D’Arc");
        fields.set("cle", key);
        return fields;
    }

    protected UUID payment() {
        return database.sql(
                        "select payment_id from donation.donation where campaign_id = :campaign order by id desc limit 1")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, UUID.class))
                .one()
                .block();
    }

    protected String checkout(String what, String paymentStatus, UUID payment) {
        return event(
                "checkout.session." + what,
                "\"id\":\"cs_%1$s\",\"payment_intent\":\"pi_%1$s\",\"payment_status\":\"%2$s\""
                        .formatted(payment, paymentStatus),
                instance.id(),
                payment);
    }

    protected String charge(String type, UUID payment, String transaction) {
        return event(
                type,
                "\"id\":\"ch_%1$s\",\"payment_intent\":\"pi_%1$s\",\"status\":\"succeeded\",\"balance_transaction\":%2$s"
                        .formatted(payment, transaction == null ? "null" : "\"" + transaction + "\""),
                instance.id(),
                payment);
    }

    protected String event(String type, String fields, String ofInstance, UUID payment) {
        return """
                {"id":"evt_%s","object":"event","api_version":"2024-06-20","type":"%s","created":%d,"livemode":false,\
                "data":{"object":{%s,"metadata":{"instance":"%s","payment":"%s"}}}}""".formatted(UUID.randomUUID(), type, clock.instant().getEpochSecond(), fields, ofInstance, payment);
    }

    protected WebTestClient.ResponseSpec send(String event) {
        return send(event.getBytes(StandardCharsets.UTF_8), sign(event));
    }

    protected WebTestClient.ResponseSpec send(byte[] body, String signature) {
        var request = web.post().uri("/webhooks/stripe").contentType(MediaType.APPLICATION_JSON);
        if (signature != null) {
            request = request.header("Stripe-Signature", signature);
        }
        return request.bodyValue(body).exchange();
    }

    protected String sign(String body) {
        return sign(body, SECRET, clock.instant().getEpochSecond());
    }

    protected static String sign(String body, String secret, long at) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, secret, at);
        } catch (java.security.GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    protected long received() {
        return number("select received_cents from ledger.campaign_total where campaign_id = :campaign");
    }

    protected long alarms(String kind) {
        return number("select count(*) from platform.alarm where closed_at is null and kind = '" + kind + "'");
    }

    protected long number(String sql) {
        var query = database.sql(sql);
        if (sql.contains(":campaign")) {
            query = query.bind("campaign", campaign.campaign().id().value());
        }
        return query.map(row -> row.get(0, Long.class)).one().defaultIfEmpty(0L).block();
    }
}
