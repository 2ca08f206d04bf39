package org.tremplin.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Stripe knows of one charge that is given back or disputed, as its API would show it. */
record StripeObjects(WireMockServer server, @Nullable String instance, UUID payment, long cents) {

    private static final long AT = 1_763_370_000;

    /** Equal ones are one and the same. @param atBalance when it came, in seconds after the charge */
    record Movement(long cents, long feeCents, long atBalance) {}

    String chargeId() {
        return "ch_" + payment;
    }

    String charge() {
        String metadata =
                instance == null ? "{}" : "{\"instance\":\"%s\",\"payment\":\"%s\"}".formatted(instance, payment);
        return """
                {"id":"%s","object":"charge","amount":%d,"currency":"eur","created":%d,"status":"succeeded",\
                "payment_intent":"pi_%s","metadata":%s}""".formatted(chargeId(), cents, AT, payment, metadata);
    }

    String refund(
            String id,
            @Nullable UUID ours,
            String status,
            long refunded,
            @Nullable Movement taken,
            @Nullable Movement returned) {
        return """
                {"id":"%s","object":"refund","amount":%d,"currency":"eur","status":"%s","created":%d,"charge":%s,\
                "payment_intent":"pi_%s","balance_transaction":%s,"failure_balance_transaction":%s,\
                "failure_reason":%s,"metadata":%s}""".formatted(
                        id,
                        refunded,
                        status,
                        AT,
                        charge(),
                        payment,
                        transaction(taken),
                        transaction(returned),
                        status.equals("failed") ? "\"expired_or_canceled_card\"" : "null",
                        ours == null ? "{}" : "{\"refund\":\"" + ours + "\"}");
    }

    String dispute(String id, String status, Movement... movements) {
        return """
                {"id":"%s","object":"dispute","amount":%d,"currency":"eur","status":"%s","created":%d,"charge":%s,\
                "payment_intent":"pi_%s","reason":"fraudulent","balance_transactions":[%s],"metadata":{}}""".formatted(
                        id,
                        cents,
                        status,
                        AT,
                        charge(),
                        payment,
                        Stream.of(movements).map(this::transaction).collect(Collectors.joining(",")));
    }

    private String transaction(@Nullable Movement movement) {
        return movement == null
                ? "null"
                : """
                {"id":"txn_%s","object":"balance_transaction","amount":%d,"fee":%d,"net":%d,"currency":"eur",\
                "created":%d}""".formatted(
                                UUID.nameUUIDFromBytes((payment + " " + movement).getBytes(StandardCharsets.UTF_8)),
                                movement.cents(),
                                movement.feeCents(),
                                movement.cents() - movement.feeCents(),
                                AT + movement.atBalance());
    }

    /** From now on the refund is this when it is read, alone or in the list of its charge. */
    void shows(String refundId, String... refunds) {
        String own = Stream.of(refunds)
                .filter(refund -> refund.startsWith("{\"id\":\"" + refundId + "\""))
                .findFirst()
                .orElseThrow();
        server.stubFor(get(urlPathEqualTo("/v1/refunds/" + refundId)).willReturn(json(own)));
        lists(refunds);
    }

    void lists(String... refunds) {
        String list = "{\"object\":\"list\",\"url\":\"/v1/refunds\",\"has_more\":false,\"data\":["
                + String.join(",", List.of(refunds)) + "]}";
        server.stubFor(get(urlPathEqualTo("/v1/refunds"))
                .withQueryParam("charge", equalTo(chargeId()))
                .willReturn(json(list)));
        server.stubFor(get(urlPathEqualTo("/v1/refunds"))
                .withQueryParam("payment_intent", equalTo("pi_" + payment))
                .willReturn(json(list)));
    }

    void showsDispute(String id, String dispute) {
        server.stubFor(get(urlPathEqualTo("/v1/disputes/" + id)).willReturn(json(dispute)));
    }

    /** Answers the request for this refund of ours. */
    void answers(UUID ours, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo("/v1/refunds"))
                .withRequestBody(containing(ours.toString()))
                .willReturn(answer));
    }

    static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }
}
