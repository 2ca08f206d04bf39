package org.tremplin.payment.sweep;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.payment.AgainstStripe;
import org.tremplin.payment.FakeStripe;
import org.tremplin.payment.Sweep.Swept;
import org.tremplin.payment.checkout.ProviderUnreachable;
import org.tremplin.payment.webhook.Intake;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Mono;

class SweepTest extends AgainstStripe {

    private static final Duration OLD = Duration.ofMinutes(11);

    @Autowired
    ProviderSweep sweep;

    @Autowired
    Progress progress;

    @Autowired
    Intake intake;

    @Autowired
    StoppedSweep stopped;

    @Autowired
    Alarms alarms;

    private FakeStripe stripe;

    @BeforeEach
    void provider() {
        stripe = new FakeStripe(clock);
        STRIPE.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(stripe.baseUrl())));
        database.sql("delete from payment.sweep").then().block();
        database.sql("update payment.payment set ended_at = now() where ended_at is null")
                .then()
                .block();
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void leavesYoungPaymentsToTheirPayers() {
        start();
        assertThat(sweep.run().block().payments()).isZero();
        clock.pass(OLD);
        assertThat(sweep.run().block().payments()).isEqualTo(1);
    }

    @Test
    void storesAnUndeliveredEventInItsOwnBytes() {
        stripe.pay(start());
        List<String> written = stripe.events();
        assertThat(sweep.run().block().events()).isEqualTo(written.size());
        assertThat(database.sql("select convert_from(payload, 'UTF8') as text from payment.provider_event")
                        .map(row -> row.get("text", String.class))
                        .all()
                        .collectList()
                        .block())
                .containsAll(written);
        assertThat(sweep.run().block().events()).isEqualTo(written.size());
        STRIPE.verify(getRequestedFor(urlMatching(".*delivery_success=false.*types\\[\\]=charge\\.updated.*")));
    }

    @Test
    void endsADirectDebitWhoseFailureWasNotTold() {
        String session = start();
        UUID payment = payment();
        stripe.process(session);
        stripe.losesEvents();
        clock.pass(OLD);
        sweep.run().block();
        assertThat(state(payment)).isEqualTo("PENDING");
        stripe.bounce(session);
        sweep.run().block();
        pump.drain().block();
        assertThat(state(payment)).isEqualTo("FAILED");
        assertThat(number("select count(*) from donation.donation where state = 'ABANDONED' and payment_id = '"
                        + payment + "'"))
                .isEqualTo(1);
    }

    @Test
    void asksOnlyTheProviderThePaymentWasMadeWith() {
        start();
        database.sql("update payment.payment set provider = 'simulated' where id = :id")
                .bind("id", payment())
                .then()
                .block();
        clock.pass(OLD);
        assertThat(sweep.run().block().payments()).isZero();
        STRIPE.verify(0, getRequestedFor(urlPathMatching("/v1/checkout/sessions/.+")));
    }

    @Test
    void runsOnceAtATimeAndNotBeforeItIsDue() {
        assertThat(sweep.runIfDue().blockOptional()).isPresent();
        assertThat(sweep.runIfDue().blockOptional()).isEmpty();
        clock.pass(Duration.ofMinutes(15));
        assertThat(progress.take("stripe", clock.instant()).block()).isTrue();
        assertThat(sweep.run().blockOptional()).isEmpty();
        progress.giveBack("stripe").block();
        assertThat(sweep.run().blockOptional()).isPresent();
    }

    @Test
    @Tag("incident-03")
    @DisplayName("incident 3: two sweeps at once change nothing twice")
    void changesNothingTwiceWhenTwoRunAtOnce() {
        for (int gift = 0; gift < 9; gift++) {
            String charge = stripe.pay(start());
            if (gift % 3 == 0) {
                stripe.refund(charge, 1_000);
            }
        }
        clock.pass(OLD);
        stripe.losesEvents();
        Mono.zip(sweep.everything(), sweep.everything(), sweep.everything()).block();
        settle();
        assertThat(number("select count(*) from donation.donation where state = 'SETTLED' and campaign_id = :campaign"))
                .isEqualTo(9);
        assertThat(received()).isEqualTo(9 * 5_000 - 3 * 1_000);
        assertThat(number("select fees_cents from ledger.campaign_total where campaign_id = :campaign"))
                .isEqualTo(9 * 100);
        assertThat(number("select count(*) from platform.delivery where state <> 'DONE'"))
                .isZero();
    }

    @Test
    void findsAMovementOfTheSecondOfOneItHasRead() {
        stripe.losesEvents();
        String dispute = stripe.dispute(stripe.pay(start()), 2_000, "lost");
        clock.pass(OLD);
        sweep.everything().block();
        settle();
        assertThat(received()).isZero();

        clock.pass(OLD.negated());
        stripe.win(dispute, 2_000);
        clock.pass(OLD);
        sweep.everything().block();
        settle();
        assertThat(received()).isEqualTo(5_000);
        assertThat(number("select cardinality(heard) from payment.dispute where provider_id = '" + dispute + "'"))
                .isEqualTo(2);
        assertThat(sweep.everything().block().handedOn()).isZero();
    }

    @Test
    void goesOnWithTheRestWhenOneListFails() {
        stripe.pay(start());
        clock.pass(OLD);
        STRIPE.stubFor(get(urlPathEqualTo("/v1/events"))
                .willReturn(aResponse().withStatus(403).withBody("{}")));
        Swept swept = sweep.run().block();
        assertThat(swept.complete()).isFalse();
        assertThat(swept.payments()).isEqualTo(1);
        assertThat(swept.movements()).isEqualTo(1);
    }

    @Test
    void tellsTheOperatorWhatItMayNotReadAnyMoreUntilItMay() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/events"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(403).withBody("{}")));
        sweep.run().block();
        sweep.run().block();
        assertThat(stoppedLists()).containsExactly("events");
        STRIPE.resetMappings();
        STRIPE.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(stripe.baseUrl())));
        sweep.run().block();
        assertThat(stoppedLists()).isEmpty();
    }

    @Test
    void tellsOfAProviderThatIsAwayOnceTheBooksAreAnHourBehind() {
        sweep.run().block();
        ProviderUnreachable away = new ProviderUnreachable(new IOException("away"));
        stopped.stopped("stripe", "movements", away).block();
        assertThat(stoppedLists()).isEmpty();
        clock.pass(Duration.ofMinutes(61));
        stopped.stopped("stripe", "movements", away).block();
        assertThat(stoppedLists()).containsExactly("movements");
        stopped.goesOn("movements").block();
    }

    private List<String> stoppedLists() {
        return alarms.subjects(StoppedSweep.KIND, 10).collectList().block();
    }

    @Test
    void keepsTheNeighboursOfAnEventItCannotStore() {
        String large = "{\"id\":\"evt_%s\",\"type\":\"charge.updated\",\"x\":\"%s\"}"
                .formatted(UUID.randomUUID(), "x".repeat(300_000));
        String odd = "{\"id\":\"evt_%s\",\"type\":\"charge.dispute.closed\",\"data\":[]}".formatted(UUID.randomUUID());
        String good = charge("charge.updated", UUID.randomUUID(), null);
        Mono.when(takeIn(large), takeIn(odd), takeIn("[]"), takeIn(good)).block();
        pump.drain().block();
        assertThat(number("select count(*) from payment.provider_event where payload = decode('%s', 'hex')"
                        .formatted(java.util.HexFormat.of().formatHex(good.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(1);
        // told at the first
        assertThat(alarms("webhook.unreadable")).isEqualTo(3);
    }

    private void settle() {
        for (int round = 0; round < 5; round++) {
            pump.drain().block();
            database.sql("update platform.delivery set next_at = now() where state = 'WAITING'")
                    .then()
                    .block();
        }
    }

    private Mono<Void> takeIn(String event) {
        return intake.takeIn(event.getBytes(StandardCharsets.UTF_8));
    }

    private String start() {
        give("50", "sweep-key-" + UUID.randomUUID()).expectStatus().isSeeOther();
        List<String> sessions = stripe.sessions();
        return sessions.get(sessions.size() - 1);
    }

    private String state(UUID payment) {
        return database.sql("select state from payment.payment where id = :id")
                .bind("id", payment)
                .map(row -> row.get("state", String.class))
                .one()
                .block();
    }
}
