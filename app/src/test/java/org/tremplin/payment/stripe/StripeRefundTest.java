package org.tremplin.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.payment.Refund;
import org.tremplin.payment.RefundState;
import org.tremplin.payment.Refunds;
import org.tremplin.payment.refund.WaitingRefunds;
import org.tremplin.payment.stripe.StripeObjects.Movement;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Refunds through the real provider code: asked for here, made in the dashboard, and what befalls them. */
class StripeRefundTest extends MoneyBackStories {

    @Autowired
    WaitingRefunds waiting;

    @Test
    void givesAPaymentBackWhole() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        UUID operation = UUID.randomUUID();
        UUID refund = ask(payment, operation, 5_000).fold(id -> id, left -> null, () -> null);
        stripe.answers(refund, StripeObjects.json(taken(stripe, "re_" + refund, refund, 5_000)));
        assertThat(asked()).as("nobody is called inside the transaction").isEmpty();
        pump.drain().block();

        assertThat(facts(payment)).containsExactly("refund_taken 5000");
        assertThat(refunds.refundable(payment).block()).isZero();
        Refund shown = refunds.of(List.of(payment)).blockLast();
        assertThat(shown.state()).isEqualTo(RefundState.SUCCEEDED);
        assertThat(shown.taken()).isTrue();
        assertThat(shown.atProvider()).isFalse();

        LoggedRequest request = asked().get(0);
        assertThat(request.getHeader("Idempotency-Key")).isEqualTo("refund-" + operation);
        assertThat(URLDecoder.decode(request.getBodyAsString(), StandardCharsets.UTF_8))
                .contains(
                        "payment_intent=pi_" + payment,
                        "amount=5000",
                        "metadata[refund]=" + refund,
                        "metadata[instance]=" + instance.id(),
                        "expand[0]=charge");
    }

    @Test
    void givesBackSeveralParts() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        for (long cents : new long[] {1_000, 2_500}) {
            UUID refund = accepted(payment, cents);
            stripe.answers(refund, StripeObjects.json(taken(stripe, "re_" + refund, refund, cents)));
            pump.drain().block();
        }
        assertThat(facts(payment)).containsExactly("refund_taken 1000", "refund_taken 2500");
        assertThat(ask(payment, UUID.randomUUID(), 1_501)).isEqualTo(new Refunds.TooMuch(1_500));
    }

    @Test
    @Tag("incident-13")
    @DisplayName("incident 13: two refunds at once give back no more than the gift")
    void givesBackNoMoreThanTheGiftByTwoRefundsAtOnce() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        List<Refunds.Asked> answers = Flux.range(0, 2)
                .flatMap(ignored -> Mono.fromCallable(() -> ask(payment, UUID.randomUUID(), 3_000))
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block();
        assertThat(answers).filteredOn(Refunds.Accepted.class::isInstance).hasSize(1);
        assertThat(answers).contains(new Refunds.TooMuch(2_000));
        UUID refund = refunds.of(List.of(payment)).blockLast().id();
        stripe.answers(refund, StripeObjects.json(taken(stripe, "re_" + refund, refund, 3_000)));
        pump.drain().block();
        assertThat(asked()).hasSize(1);
        assertThat(facts(payment)).containsExactly("refund_taken 3000");
    }

    @Test
    void findsRefundsMadeInTheDashboard() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String first = "re_a" + payment;
        String second = "re_b" + payment;
        String one = taken(stripe, first, null, 1_000);
        String two = taken(stripe, second, null, 500);
        stripe.shows(first, one, two);
        stripe.shows(second, one, two);
        tellChargeRefunded(stripe);
        tellRefund("refund.created", first);
        tellRefund("charge.refund.updated", second);
        tellRefund("refund.updated", second);
        pump.drain().block();
        assertThat(facts(payment)).containsExactlyInAnyOrder("refund_taken 1000", "refund_taken 500");
        assertThat(refunds.of(List.of(payment)).collectList().block())
                .hasSize(2)
                .allMatch(Refund::atProvider)
                .allMatch(Refund::taken);
        assertThat(refunds.refundable(payment).block()).isEqualTo(3_500);
        nothingWaits();
    }

    @Test
    void takesBackIntoTheBooksWhatThePayersBankDidNotWant() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "re_" + payment;
        stripe.shows(id, stripe.refund(id, null, "pending", 2_000, new Movement(-2_000, 0, 60), null));
        tellRefund("refund.created", id);
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("refund_taken 2000");
        assertThat(refunds.refundable(payment).block()).isEqualTo(3_000);

        stripe.shows(
                id,
                stripe.refund(id, null, "failed", 2_000, new Movement(-2_000, 0, 60), new Movement(2_000, 0, 900_000)));
        tellRefund("refund.failed", id);
        tellRefund("refund.updated", id);
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("refund_taken 2000", "refund_returned 2000");
        assertThat(states("refund", payment)).containsExactly("FAILED");
        assertThat(refunds.of(List.of(payment)).blockLast().taken()).isFalse();
        assertThat(refunds.refundable(payment).block()).isEqualTo(5_000);
    }

    @Test
    void tellsOfTheFeeThatMovesWithARefund() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "re_" + payment;
        stripe.shows(
                id,
                stripe.refund(id, null, "failed", 2_000, new Movement(-2_000, -55, 60), new Movement(2_000, 55, 120)));
        tellRefund("refund.failed", id);
        pump.drain().block();
        assertThat(facts(payment))
                .containsExactly("refund_taken 2000 fee back 55", "refund_returned 2000 fee back -55");
    }

    @Test
    void tellsOfARefundThatNeverLeft() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        UUID refund = accepted(payment, 2_000);
        String id = "re_" + refund;
        stripe.answers(refund, StripeObjects.json(stripe.refund(id, refund, "pending", 2_000, null, null)));
        pump.drain().block();
        assertThat(facts(payment)).isEmpty();
        assertThat(states("refund", payment)).containsExactly("PENDING");

        stripe.shows(id, stripe.refund(id, refund, "canceled", 2_000, null, null));
        tellRefund("refund.updated", id);
        tellRefund("charge.refund.updated", id);
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("refund_refused 2000");
        assertThat(states("refund", payment)).containsExactly("CANCELLED");
        assertThat(refunds.refundable(payment).block()).isEqualTo(5_000);
    }

    @Test
    void asksAgainWithTheSameKeyWhenTheProviderWasDown() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        UUID refund = accepted(payment, 2_000);
        stripe.lists();
        stripe.answers(refund, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        pump.drain().block();
        assertThat(states("refund", payment)).containsExactly("REQUESTED");
        assertThat(facts(payment)).isEmpty();
        assertThat(asked()).isNotEmpty();

        ((StripeProvider) provider).forgetFaults();
        stripe.answers(refund, StripeObjects.json(taken(stripe, "re_" + refund, refund, 2_000)));
        soonAgain();
        assertThat(facts(payment)).containsExactly("refund_taken 2000");
        assertThat(asked().stream().map(request -> request.getHeader("Idempotency-Key")))
                .containsOnly(asked().get(0).getHeader("Idempotency-Key"));
        nothingWaits();
    }

    @Test
    void findsTheRefundThatWasMadeJustBeforeACrash() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        UUID refund = accepted(payment, 2_000);
        stripe.lists();
        // made there, but the answer never came
        stripe.answers(refund, aResponse().withFault(Fault.EMPTY_RESPONSE));
        pump.drain().block();
        int before = asked().size();

        ((StripeProvider) provider).forgetFaults();
        stripe.lists(taken(stripe, "re_other", null, 100), taken(stripe, "re_" + refund, refund, 2_000));
        soonAgain();
        assertThat(asked()).as("a key may be forgotten: it is looked up first").hasSize(before);
        assertThat(facts(payment)).containsExactly("refund_taken 2000");
        assertThat(states("refund", payment)).containsExactly("SUCCEEDED");
    }

    @Test
    void knowsItsOwnRefundWhenTheEventIsFasterThanTheAnswer() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        UUID refund = accepted(payment, 2_000);
        String id = "re_" + refund;
        stripe.shows(id, taken(stripe, id, refund, 2_000));
        stripe.answers(refund, StripeObjects.json(taken(stripe, id, refund, 2_000)));
        tellRefund("refund.created", id);
        tellChargeRefunded(stripe);
        pump.drain().block();
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("refund_taken 2000");
        assertThat(refunds.of(List.of(payment)).collectList().block())
                .singleElement()
                .matches(shown -> !shown.atProvider());
    }

    @Test
    void tellsWhatTheProviderRefuses() {
        UUID payment = paid();
        UUID refund = accepted(payment, 2_000);
        objects(payment).answers(refund, aResponse().withStatus(400).withBody("""
                                {"error":{"type":"invalid_request_error","code":"charge_already_refunded"}}"""));
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("refund_refused 2000");
        assertThat(states("refund", payment)).containsExactly("FAILED");
        assertThat(refunds.refundable(payment).block()).isEqualTo(5_000);
        assertThat(number("select count(*) from platform.alarm where kind = 'refund.refused' and subject = '" + refund
                        + "' and cause like '%charge_already_refunded%'"))
                .isEqualTo(1);
        nothingWaits();
    }

    @Test
    void leavesRefundsOfOtherToolsAlone() {
        StripeObjects stripe = new StripeObjects(STRIPE, null, UUID.randomUUID(), 5_000);
        String id = "re_" + UUID.randomUUID();
        stripe.shows(id, taken(stripe, id, null, 700));
        long alarms = number("select count(*) from platform.alarm");
        tellRefund("refund.created", id);
        tellChargeRefunded(stripe);
        pump.drain().block();
        assertThat(number("select count(*) from payment.refund where provider_id = '" + id + "'"))
                .isZero();
        assertThat(number("select count(*) from platform.alarm")).isEqualTo(alarms);
        nothingWaits();
    }

    @Test
    void tellsOfRefundsOfAnotherInstanceAndOfPaymentsThatAreNotHere() {
        StripeObjects theirs = new StripeObjects(STRIPE, "somebody-else", UUID.randomUUID(), 5_000);
        StripeObjects lost = objects(UUID.randomUUID());
        theirs.shows("re_theirs", taken(theirs, "re_theirs", null, 700));
        lost.shows("re_lost", taken(lost, "re_lost", null, 700));
        tellRefund("refund.created", "re_theirs");
        tellRefund("refund.created", "re_lost");
        pump.drain().block();
        assertThat(number("select count(*) from payment.refund where provider_id in ('re_theirs', 're_lost')"))
                .isZero();
        assertThat(number("select count(*) from platform.alarm where kind = 'webhook.other_instance'"
                        + " and subject = 'somebody-else'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from platform.alarm where kind = 'payment.unknown' and subject = '"
                        + lost.payment() + "'"))
                .isEqualTo(1);
    }

    @Test
    void settlesAPaymentWhoseRefundIsHeardOfFirst() {
        UUID payment = open();
        StripeObjects stripe = objects(payment);
        String id = "re_" + payment;
        stripe.shows(id, taken(stripe, id, null, 5_000));
        tellRefund("refund.created", id);
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("refund_taken 5000");
        send(checkout("completed", "paid", payment)).expectStatus().isOk();
        pump.drain().block();
        assertThat(number(
                        "select count(*) from platform.event where name = 'payment.succeeded' and body->>'payment' = '"
                                + payment + "'"))
                .isEqualTo(1);
    }

    @Test
    void takesUpWhatWaitsSinceLong() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        UUID refund = accepted(payment, 2_000);
        String id = "re_" + refund;
        stripe.answers(refund, StripeObjects.json(stripe.refund(id, refund, "pending", 2_000, null, null)));
        pump.drain().block();
        stripe.shows(id, taken(stripe, id, refund, 2_000));
        clock.pass(Duration.ofHours(2));
        assertThat(waiting.takeUp(Duration.ofHours(1)).block()).isPositive();
        assertThat(waiting.takeUp(Duration.ofHours(1)).block()).isPositive();
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("refund_taken 2000");
    }
}
