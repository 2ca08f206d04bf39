package org.tremplin.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.tremplin.TestClock;
import org.tremplin.platform.command.Finding;

class StripeCheckTest {

    private static final WireMockServer STRIPE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final String OURS = "https://dons.example.org/webhooks/stripe";
    private static final String EVERYTHING = "\"*\"";
    private static final String NO = "{\"error\": {\"type\": \"invalid_request_error\", \"message\": \"no\"}}";

    private final TestClock clock = new TestClock();
    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("tremplin.mode", "single")
            .withProperty("tremplin.base-url", "https://dons.example.org/")
            .withProperty("tremplin.stripe.secret-key", "sk_live_x")
            .withProperty("tremplin.stripe.webhook-secret", "whsec_x");

    @BeforeEach
    void answer() {
        STRIPE.start();
        STRIPE.resetAll();
        environment.setProperty("tremplin.stripe.api-base", STRIPE.baseUrl());
        account(0);
        endpoint(OURS, "enabled", "2026-07-29.dahlia", EVERYTHING);
    }

    @AfterAll
    static void stop() {
        STRIPE.stop();
    }

    @Test
    void findsAllWell() {
        assertThat(keys())
                .containsExactly(
                        "doctor.stripe-live", "doctor.stripe-account", "doctor.clock-stripe", "doctor.endpoint");
    }

    @Test
    void namesEachEventThatIsNotSent() {
        endpoint(OURS, "enabled", "2026-07-29.dahlia", "\"checkout.session.completed\"");
        List<Finding> findings = look();
        Finding missing = findings.get(findings.size() - 1);
        assertThat(missing.key()).isEqualTo("doctor.endpoint-events");
        assertThat(String.valueOf(missing.arguments()[0]))
                .contains("charge.updated", "refund.failed")
                .doesNotContain("checkout.session.completed");
    }

    @Test
    void refusesAnEndpointThatSpeaksAnotherVersionOrIsOff() {
        endpoint(OURS, "disabled", "2025-09-30.clover", EVERYTHING);
        assertThat(keys()).contains("doctor.endpoint-disabled", "doctor.endpoint-version");
        endpoint(OURS, "enabled", null, EVERYTHING);
        assertThat(keys()).contains("doctor.endpoint-version");
    }

    @Test
    void missesAnEndpointOfOurOwn() {
        endpoint("https://other.example.org/webhooks/stripe", "enabled", "2026-07-29.dahlia", EVERYTHING);
        assertThat(keys()).contains("doctor.endpoint-none");
    }

    @Test
    void warnsOfAClockThatIsOff() {
        account(45);
        assertThat(look())
                .filteredOn(Finding::key, "doctor.clock-stripe-off")
                .singleElement()
                .satisfies(off -> assertThat(off.arguments()).containsExactly(45L));
    }

    @Test
    void saysWhatIsWrongWithTheKey() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/account"))
                .willReturn(aResponse().withStatus(401).withBody(NO)));
        assertThat(keys()).contains("doctor.stripe-refused");
        STRIPE.stubFor(get(urlPathEqualTo("/v1/account"))
                .willReturn(aResponse().withStatus(403).withBody(NO)));
        assertThat(keys()).contains("doctor.stripe-narrow");
        environment.setProperty("tremplin.stripe.api-base", "http://127.0.0.1:1");
        assertThat(keys()).contains("doctor.stripe-unreachable");
        environment.setProperty("tremplin.mode", "demo");
        assertThat(keys()).containsExactly("doctor.stripe-live-in-demo");
        environment.setProperty("tremplin.mode", "platform");
        assertThat(keys()).containsExactly("doctor.stripe-in-platform");
        environment.setProperty("tremplin.stripe.secret-key", "");
        for (String mode : List.of("platform", "single")) {
            environment.setProperty("tremplin.mode", mode);
            assertThat(keys()).as(mode).containsExactly("doctor.stripe-none");
        }
        environment.setProperty("tremplin.mode", "demo");
        assertThat(keys()).containsExactly("doctor.stripe-simulated");
    }

    @Test
    void asksForTheEventsThatTheDocumentsName() throws Exception {
        for (String document : List.of("reglages.md", "installer.md", "installer.en.md")) {
            String text = Files.readString(Path.of("../docs/operateur").resolve(document));
            assertThat(StripeEvents.NEEDED)
                    .as(document)
                    .allSatisfy(event -> assertThat(text).contains("`" + event + "`"));
            assertThat(text).contains(com.stripe.Stripe.API_VERSION);
        }
    }

    private void account(int secondsBehind) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().minusSeconds(secondsBehind).atZone(ZoneOffset.UTC));
        STRIPE.stubFor(get(urlPathEqualTo("/v1/account"))
                .willReturn(okJson("{\"id\": \"acct_1\", \"object\": \"account\", \"charges_enabled\": true}")
                        .withHeader("Date", date)));
    }

    private static void endpoint(
            String url, String status, @org.jspecify.annotations.Nullable String version, String events) {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/webhook_endpoints")).willReturn(okJson("""
                {"object": "list", "has_more": false, "url": "/v1/webhook_endpoints", "data": [{"id": "we_1",
                 "object": "webhook_endpoint", "url": "%s", "status": "%s", "api_version": %s, "enabled_events": [%s]}]}
                """.formatted(
                        url, status, version == null ? "null" : '"' + version + '"', events))));
    }

    private List<String> keys() {
        return look().stream().map(Finding::key).collect(Collectors.toList());
    }

    private List<Finding> look() {
        return new StripeCheck(environment, clock).look();
    }
}
