package org.tremplin.payment.payout;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tremplin.payment.AgainstStripe;

class FeesInPagesTest extends AgainstStripe {

    @Test
    void learnsTheFeesOfManyGiftsFromOnePage() {
        List<UUID> payments = paid(12);
        STRIPE.stubFor(get(urlPathEqualTo("/v1/balance_transactions"))
                .willReturn(okJson("{\"data\":[%s],\"has_more\":false}"
                        .formatted(String.join(
                                ",", payments.stream().map(this::movement).toList())))));
        pump.drain().block();
        assertThat(number("select fees_cents from ledger.campaign_total where campaign_id = :campaign"))
                .isEqualTo(12 * 100);
        STRIPE.verify(1, getRequestedFor(urlPathEqualTo("/v1/balance_transactions")));
        STRIPE.verify(0, getRequestedFor(urlPathMatching("/v1/balance_transactions/.+")));
    }

    @Test
    void asksForTheOneThatItsPageDoesNotHold() {
        UUID payment = paid(1).get(0);
        STRIPE.stubFor(get(urlPathEqualTo("/v1/balance_transactions"))
                .withQueryParam("limit", equalTo("100"))
                .willReturn(okJson("{\"data\":[],\"has_more\":false}")));
        STRIPE.stubFor(
                get(urlPathEqualTo("/v1/balance_transactions/txn_" + payment)).willReturn(okJson(movement(payment))));
        pump.drain().block();
        assertThat(number("select fees_cents from ledger.campaign_total where campaign_id = :campaign"))
                .isEqualTo(100);
    }

    private List<UUID> paid(int gifts) {
        opensSessions();
        List<UUID> payments = new ArrayList<>();
        for (int gift = 0; gift < gifts; gift++) {
            give("50", "page-key-" + UUID.randomUUID()).expectStatus().isSeeOther();
            UUID payment = payment();
            send(checkout("completed", "paid", payment)).expectStatus().isOk();
            send(charge("charge.updated", payment, "txn_" + payment))
                    .expectStatus()
                    .isOk();
            payments.add(payment);
        }
        return payments;
    }

    private String movement(UUID payment) {
        return """
                {"id":"txn_%1$s","object":"balance_transaction","amount":5000,"fee":100,"net":4900,"currency":"eur","created":%2$d,\
                "type":"charge","reporting_category":"charge","source":{"id":"ch_%1$s","object":"charge","amount":5000,\
                "currency":"eur","status":"succeeded","created":%2$d,"payment_intent":"pi_%1$s",\
                "metadata":{"instance":"%3$s","payment":"%1$s"}}}""".formatted(payment, clock.instant().getEpochSecond(), instance.id());
    }
}
