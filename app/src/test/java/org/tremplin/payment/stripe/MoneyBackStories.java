package org.tremplin.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.AgainstStripe;
import org.tremplin.payment.Refunds;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.stripe.StripeObjects.Movement;

/** What stories of money that goes back have in common. */
abstract class MoneyBackStories extends AgainstStripe {

    @Autowired
    Refunds refunds;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    Provider provider;

    @BeforeEach
    void closeTheBreaker() {
        ((StripeProvider) provider).forgetFaults();
    }

    /** A gift of 50 euros whose session is open. */
    UUID open() {
        opensSessions();
        give("50", "back-key-" + UUID.randomUUID()).expectStatus().isSeeOther();
        return payment();
    }

    UUID paid() {
        UUID payment = open();
        send(checkout("completed", "paid", payment)).expectStatus().isOk();
        pump.drain().block();
        return payment;
    }

    StripeObjects objects(UUID payment) {
        return new StripeObjects(STRIPE, instance.id(), payment, 5_000);
    }

    Refunds.Asked ask(UUID payment, UUID operation, long cents) {
        return Objects.requireNonNull(refunds.ask(payment, operation, cents)
                .as(transaction::transactional)
                .block());
    }

    UUID accepted(UUID payment, long cents) {
        return ask(payment, UUID.randomUUID(), cents).fold(id -> id, left -> refused(), MoneyBackStories::refused);
    }

    private static UUID refused() {
        throw new AssertionError("The refund is not accepted");
    }

    /** A refund that was taken out of our balance a minute after the charge. */
    static String taken(StripeObjects stripe, String id, UUID ours, long cents) {
        return stripe.refund(id, ours, "succeeded", cents, new Movement(-cents, 0, 60), null);
    }

    void tellRefund(String type, String refund) {
        tell(type, "\"id\":\"%s\",\"object\":\"refund\"".formatted(refund), "{}");
    }

    void tellDispute(String what, String dispute) {
        tell("charge.dispute." + what, "\"id\":\"%s\",\"object\":\"dispute\"".formatted(dispute), "{}");
    }

    void tellChargeRefunded(StripeObjects stripe) {
        tell("charge.refunded", "\"id\":\"%s\",\"object\":\"charge\"".formatted(stripe.chargeId()), "{}");
    }

    private void tell(String type, String fields, String metadata) {
        send("""
                {"id":"evt_%s","type":"%s","created":%d,"data":{"object":{%s,"metadata":%s}}}""".formatted(UUID.randomUUID(), type, clock.instant().getEpochSecond(), fields, metadata))
                .expectStatus()
                .isOk();
    }

    /** What was told of the money of a payment, in order: name, cents, and the fee that moved with it. */
    List<String> facts(UUID payment) {
        return database.sql("""
                select replace(name, 'payment.', '') || coalesce(' ' || (body->>'cents'), '')
                  || coalesce(' fee ' || (body->>'feeCents'), '')
                  || coalesce(' fee back ' || nullif(body->>'feeBackCents', '0'), '')
                  || coalesce(' out ' || (body->>'withdrawnCents') || ' lost ' || (body->>'lostCents') || ' undone '
                    || (body->>'undoneCents'), '') as told
                from platform.event
                where body->>'payment' = :payment
                  and (name ~ 'payment.refund_(taken|returned|refused)' or name ~ 'payment.dispute_(opened|won|lost|moved)')
                order by id
                """)
                .bind("payment", payment.toString())
                .map(row -> row.get("told", String.class))
                .all()
                .collectList()
                .block();
    }

    /** How refunds or disputes of a payment stand. */
    List<String> states(String table, UUID payment) {
        return database.sql("select state from payment." + table + " where payment_id = :payment order by id")
                .bind("payment", payment)
                .map(row -> row.get("state", String.class))
                .all()
                .collectList()
                .block();
    }

    List<LoggedRequest> asked() {
        return STRIPE.findAll(postRequestedFor(urlPathEqualTo("/v1/refunds")));
    }

    /** What the pump put back is due now. */
    void soonAgain() {
        database.sql("update platform.delivery set next_at = now() where state = 'WAITING'")
                .then()
                .block();
        pump.drain().block();
    }

    void nothingWaits() {
        // a fact heard before the one it needs is put back for some seconds: here they are over at once
        for (int round = 0; round < 5; round++) {
            soonAgain();
        }
        assertThat(number("select count(*) from platform.delivery where state <> 'DONE'"))
                .isZero();
    }
}
