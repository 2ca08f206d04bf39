package org.tremplin.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tremplin.payment.stripe.StripeObjects.Movement;

/** Money of another amount or currency than the gift's does not settle it. */
class StripeAmountTest extends MoneyBackStories {

    @ParameterizedTest
    @CsvSource({"4999, eur", "500000, eur", "5000, usd"})
    void settlesNothingByAnEventOfAnotherAmount(long cents, String currency) {
        UUID payment = open();
        for (String type : new String[] {"completed", "async_payment_succeeded"}) {
            send(checkout(type, "paid", payment)
                            .replace(
                                    "\"payment_status\"",
                                    amount("amount_total", cents, currency) + "\"payment_status\""))
                    .expectStatus()
                    .isOk();
        }
        send(charge("charge.succeeded", payment, "txn_1")
                        .replace("\"status\"", amount("amount", cents, currency) + "\"status\""))
                .expectStatus()
                .isOk();
        pump.drain().block();
        assertThat(state(payment)).isEqualTo("OPEN");
        assertThat(received()).isZero();
        assertThat(differences(payment)).isEqualTo(1);
        nothingWaits();

        send(checkout("completed", "paid", payment)
                        .replace("\"payment_status\"", amount("amount_total", 5_000, "eur") + "\"payment_status\""))
                .expectStatus()
                .isOk();
        pump.drain().block();
        assertThat(state(payment)).isEqualTo("SUCCEEDED");
        assertThat(received()).isEqualTo(5_000);
    }

    @Test
    void settlesNothingOnTheWayBackFromASessionOfAnotherAmount() {
        UUID payment = open();
        String session = "cs_payment-" + payment + "-open";
        STRIPE.stubFor(get(urlPathEqualTo("/v1/checkout/sessions/" + session))
                .willReturn(StripeObjects.json(session(session, "complete", "paid", "4999"))));
        donor.get(returnAddress()).expectStatus().isSeeOther();
        pump.drain().block();
        assertThat(state(payment)).isEqualTo("OPEN");
        assertThat(received()).isZero();
        assertThat(differences(payment)).isEqualTo(1);

        STRIPE.stubFor(get(urlPathEqualTo("/v1/checkout/sessions/" + session))
                .willReturn(StripeObjects.json(session(session, "complete", "paid", "5000"))));
        donor.get(returnAddress()).expectStatus().isSeeOther();
        pump.drain().block();
        assertThat(received()).isEqualTo(5_000);
    }

    /** What the operator does with such money: it is given back at the provider, the books never saw it. */
    @Test
    void tellsNothingWhenMoneyOfAnotherAmountGoesBack() {
        UUID payment = open();
        StripeObjects stripe = new StripeObjects(STRIPE, instance.id(), payment, 4_999);
        String id = "re_" + payment;
        stripe.shows(id, stripe.refund(id, null, "succeeded", 4_999, new Movement(-4_999, 0, 60), null));
        tellRefund("refund.created", id);
        pump.drain().block();
        assertThat(state(payment)).isEqualTo("OPEN");
        assertThat(facts(payment)).isEmpty();
        assertThat(differences(payment)).isEqualTo(1);
        nothingWaits();
    }

    @ParameterizedTest
    @CsvSource({"\"5000\"", "50.5", "5000000000000000000000000", "{}", "true"})
    void readsNoAmountThatIsNone(String amount) {
        UUID payment = open();
        send(checkout("completed", "paid", payment)
                        .replace(
                                "\"payment_status\"",
                                "\"amount_total\":" + amount + ",\"currency\":\"eur\",\"payment_status\""))
                .expectStatus()
                .isOk();
        pump.drain().block();
        assertThat(state(payment)).isEqualTo("OPEN");
        assertThat(number("select count(*) from payment.provider_event where treated = 'UNREADABLE'"))
                .isPositive();
        nothingWaits();
    }

    private static String amount(String name, long cents, String currency) {
        return "\"%s\":%d,\"currency\":\"%s\",".formatted(name, cents, currency);
    }

    private String returnAddress() {
        String body = STRIPE.findAll(postRequestedFor(urlPathEqualTo("/v1/checkout/sessions")))
                .get(0)
                .getBodyAsString();
        return URLDecoder.decode(body, StandardCharsets.UTF_8)
                .replaceAll("(?s).*success_url=http://localhost(/don/[^&]+).*", "$1");
    }

    private String state(UUID payment) {
        return database.sql("select state from payment.payment where id = :id")
                .bind("id", payment)
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }

    private long differences(UUID payment) {
        return number("select count(*) from platform.alarm where kind = 'payment.amount_differs' and subject = '"
                + payment + "'");
    }
}
